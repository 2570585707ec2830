using Microsoft.Extensions.Logging;
using Planner.Durability;
using Planner.Durability.Telemetry;
using Planner.Engine.Runs;

namespace Planner.Engine.Steps;

/// <summary>Runs attempts of steps, at most so many at once.</summary>
internal sealed class StepRunner(WorkflowCatalog catalog, int limit, TimeProvider clock, Action<string, StepReturned> report, ILogger logger) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Queue<StepJob> queue = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int workers;

    public void Add(StepJob job)
    {
        lock (gate)
        {
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            queue.Enqueue(job);
            if (workers == limit)
            {
                return;
            }

            workers++;
        }

        _ = Task.Run(Work);
    }

    /// <summary>Starts nothing more, tells what runs to stop, and waits for it at most so long.</summary>
    public async Task Stop(TimeSpan patience)
    {
        if (!stopping.IsCancellationRequested)
        {
            await stopping.CancelAsync();
        }

        lock (gate)
        {
            queue.Clear();
            if (workers == 0)
            {
                idle.TrySetResult();
            }
        }

        await Task.WhenAny(idle.Task, Task.Delay(patience));
    }

    public void Dispose() => stopping.Dispose();

    private async Task Work()
    {
        while (Next() is { } job)
        {
            if (await Run(job) is { } returned)
            {
                report(job.RunId, returned);
            }
        }
    }

    private StepJob? Next()
    {
        lock (gate)
        {
            if (queue.TryDequeue(out var job))
            {
                return job;
            }

            workers--;
            if (workers == 0 && stopping.IsCancellationRequested)
            {
                idle.TrySetResult();
            }

            return null;
        }
    }

    // Null where the host stops: the attempt does not count and is made again by the next host.
    private async Task<StepReturned?> Run(StepJob job)
    {
        var step = job.Step;
        var call = new StepCall(job.RunId, step.Key, job.Attempt, step.Now, stopping.Token) { AttemptedAt = clock.GetUtcNow() };
        using var attempt = StepAttempt.Begin(step.Name, call, step.Trace, logger);
        try
        {
            var result = await catalog.Step(step.Name).Invoke(step.Input, call);
            attempt.Succeed();
            return new StepReturned(job.Execution, step.Call, job.Attempt, result, null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            attempt.Fail(e);
            Log.StepFailed(logger, step.Key, job.Attempt, e);
            return new StepReturned(job.Execution, step.Call, job.Attempt, null, e);
        }
    }
}
