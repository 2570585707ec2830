using Planner.Durability;

namespace Planner.Benchmarks.Engine;

/// <summary>Calls a step, then waits for an answer for two days.</summary>
internal sealed class Waiter : Workflow<int, string>
{
    public static readonly Signal<string> Answer = new("answer");
    private static readonly Step<int, int> Nothing = new("nothing");

    public override string Name => "waiter";

    public override string StoryVersion => "1";

    public static WorkflowCatalog Catalog() =>
        new WorkflowCatalog().Add(new Waiter()).Add(Nothing, (input, _) => Task.FromResult(input));

    public override async Task<string> Run(WorkflowContext context, int input)
    {
        await context.Call(Nothing, input);
        context.SetStatus("waiting");
        var answer = await context.WaitFor(Answer, context.UtcNow.AddDays(2));
        return answer is SignalResult<string>.Received received ? received.Payload : "nobody answered";
    }
}
