using Planner.Durability;
using Planner.Durability.Telemetry;

namespace Planner.Engine.Runs;

/// <summary>A call of a step that the body has made and that has not come back.</summary>
internal sealed record PendingStep(int Call, string Name, string Key, string Input, RetryPolicy Retry, DateTimeOffset Now, TraceLine Trace)
{
    private readonly TaskCompletionSource<string> source = new();

    public Task<string> Task => source.Task;

    /// <summary>The attempt that runs or comes next.</summary>
    public int Attempt { get; set; } = 1;

    public void Complete(string result) => source.TrySetResult(result);

    public void Fail(string cause, string reason) => source.TrySetException(new StepFailedException(Name, cause, reason));
}
