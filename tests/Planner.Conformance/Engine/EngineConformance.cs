using Planner.Durability;

namespace Planner.Conformance.Engine;

/// <summary>
/// What every engine promises to workflows and to their clients. Each test has its own host; deadlines are real and
/// short, because not every engine takes a manual clock.
/// </summary>
public abstract partial class EngineConformance
{
    /// <summary>A step that answers with its input.</summary>
    protected static readonly Step<int, int> Echo = new("echo") { Retry = RetryPolicy.None };

    /// <summary>A signal that carries a number.</summary>
    protected static readonly Signal<int> Go = new("go");

    /// <summary>A new host with an empty store, or with a store where <see cref="NewId"/> has not been used.</summary>
    protected abstract Task<EngineHarness> Host(WorkflowCatalog catalog);

    /// <summary>A short deadline, long enough for the engine to take a few turns in.</summary>
    protected virtual TimeSpan Soon => TimeSpan.FromMilliseconds(400);

    /// <summary>How long a test waits for what must come.</summary>
    protected virtual TimeSpan Patience => TimeSpan.FromSeconds(30);

    /// <summary>Runs that are started at once in tests of load.</summary>
    protected virtual int Many => 200;

    /// <summary>Why the engine under test loses signals that wait while a run continues as new; null for an engine that keeps them.</summary>
    protected virtual string? LosesSignalsOfContinuedRuns => null;

    /// <summary>A deadline that no test reaches.</summary>
    protected static DateTimeOffset Later(WorkflowContext context) => context.UtcNow.AddDays(1);

    /// <summary>An id that no other test uses.</summary>
    protected static string NewId() => $"TST-{Guid.NewGuid():N}";

    /// <summary>Something to wait for; who opens it does not run those who waited.</summary>
    protected static TaskCompletionSource Gate() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A catalog with the echo step and one story.</summary>
    protected static WorkflowCatalog Catalog<TIn, TOut>(Workflow<TIn, TOut> story) =>
        new WorkflowCatalog().Add(Echo, (input, _) => Task.FromResult(input)).Add(story);

    /// <summary>The run once it has ended.</summary>
    protected async Task<RunInfo> End(EngineHarness host, string id)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await host.Client.WaitForEnd(id, patience.Token);
    }

    /// <summary>The result of a run that completes.</summary>
    protected async Task<T> Result<T>(EngineHarness host, string id)
    {
        var run = await End(host, id);
        Assert.True(run.Status == RunStatus.Completed, $"{run.Status}: {run.Reason}");
        return Payload.Read<T>(run.Output!);
    }

    /// <summary>Waits until something is so.</summary>
    protected async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>Waits until the run shows a status text.</summary>
    protected Task UntilStatus(EngineHarness host, string id, string status) =>
        Until(async () => (await host.Client.Get(id))?.CustomStatus == status);
}
