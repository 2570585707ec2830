using Planner.Durability;

namespace Planner.Benchmarks.Engine;

/// <summary>Calls steps one after the other. Counts how often its body was begun.</summary>
internal sealed class Chain : Workflow<int, int>
{
    private static readonly Step<int, int> Nothing = new("nothing");
    private int begun;

    public int Begun => begun;

    public override string Name => "chain";

    public override string StoryVersion => "1";

    public WorkflowCatalog Catalog() =>
        new WorkflowCatalog().Add(this).Add(Nothing, (input, _) => Task.FromResult(input + 1));

    public override async Task<int> Run(WorkflowContext context, int input)
    {
        Interlocked.Increment(ref begun);
        var sum = 0;
        for (var i = 0; i < input; i++)
        {
            sum = await context.Call(Nothing, sum);
        }

        return sum;
    }
}
