using System.Collections.Concurrent;
using Planner.Durability;

namespace Planner.Benchmarks.Engine;

/// <summary>Calls four steps that do nothing, together.</summary>
internal sealed class FanOut : Workflow<int, int>
{
    private static readonly Step<int, int> Nothing = new("nothing");
    private readonly ConcurrentDictionary<string, TaskCompletionSource> ends = new(StringComparer.Ordinal);

    public override string Name => "fan-out";

    public override string StoryVersion => "1";

    public WorkflowCatalog Catalog() => new WorkflowCatalog().Add(this).Add(Nothing, (input, _) => Task.FromResult(input));

    /// <summary>When the run's last turn was computed; what is left is to write it down. Stores differ in how often they look for an end.</summary>
    public Task LastTurn(string id) => End(id).Task;

    public override async Task<int> Run(WorkflowContext context, int input)
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => context.Call(Nothing, input + i)));
        End(context.InstanceId).TrySetResult();
        return results.Sum();
    }

    private TaskCompletionSource End(string id) => ends.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
