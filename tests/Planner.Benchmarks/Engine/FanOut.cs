using Planner.Durability;

namespace Planner.Benchmarks.Engine;

/// <summary>Calls four steps that do nothing, together.</summary>
internal sealed class FanOut : Workflow<int, int>
{
    private static readonly Step<int, int> Nothing = new("nothing");

    public override string Name => "fan-out";

    public override string StoryVersion => "1";

    public static WorkflowCatalog Catalog() =>
        new WorkflowCatalog().Add(new FanOut()).Add(Nothing, (input, _) => Task.FromResult(input));

    public override async Task<int> Run(WorkflowContext context, int input) =>
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(i => context.Call(Nothing, input + i)))).Sum();
}
