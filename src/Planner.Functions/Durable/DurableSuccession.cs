using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Planner.Durability;
using Planner.Durability.Telemetry;

namespace Planner.Functions.Durable;

/// <summary>
/// A run of an older story version is not replayed with the code at hand: it ends, and a run of the version at hand takes over.
/// Durable Task cannot do that from within, since an orchestration that does not repeat its calls fails; so clients do it for the
/// run that they ask for, and a sweep for all others. A run of a newer version is left to the hosts that have it; one of the
/// version at hand that a host of another version met, and so failed, is taken over here. Every part can be repeated.
/// </summary>
internal sealed class DurableSuccession(
    DurableTaskClient durable,
    WorkflowCatalog catalog,
    DurableRuns runs,
    DurableRunStarter starter,
    StartMarkers markers,
    TimeProvider clock,
    ILogger<DurableSuccession> logger)
{
    // While two versions share a hub, an older host may meet the successor as well: each waits longer than the one before.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>
    /// The run that took over from this one, or null. Makes it take over where this one belongs to an older version, or, at once or
    /// when its pause is over, where it failed by its version.
    /// </summary>
    public async Task<string?> SuccessorOf(DurableRun run, CancellationToken cancellation, bool atOnce = false)
    {
        if (run.SucceededBy is not null)
        {
            return run.SucceededBy;
        }

        if (run.FailedByVersion && await markers.SuccessorOf(run.InstanceId, cancellation) is { } standing)
        {
            return standing;
        }

        if (!IsOld(run) || (!atOnce && clock.GetUtcNow() < DueAt(run)))
        {
            return null;
        }

        var successor = await StartSuccessor(run, cancellation);
        if (run.HasEnded)
        {
            return await markers.Succeed(run.InstanceId, successor, cancellation);
        }

        await End(run, successor, cancellation);
        return successor;
    }

    /// <summary>True for a run from which one will take over here: it goes on, though its orchestration has failed.</summary>
    public bool IsOld(DurableRun run) => Age(run) switch
    {
        < 0 => !run.HasEnded || run.FailedByVersion,
        0 => run.WasMetByOtherVersion,
        _ => false,
    };

    private int Age(DurableRun run) => StoryVersions.Compare(run.Envelope.StoryVersion, catalog.Workflow(run.Workflow).StoryVersion);

    private DateTimeOffset DueAt(DurableRun run)
    {
        if (Age(run) < 0 || run.Envelope.Takeovers == 0)
        {
            return DateTimeOffset.MinValue;
        }

        var pause = FirstPause * Math.Pow(2, Math.Min(run.Envelope.Takeovers - 1, 10));
        return run.UpdatedAt + (pause < LongestPause ? pause : LongestPause);
    }

    private async Task<string> StartSuccessor(DurableRun run, CancellationToken cancellation)
    {
        var workflow = catalog.Workflow(run.Workflow);
        var envelope = new RunEnvelope
        {
            StoryVersion = workflow.StoryVersion,
            Input = workflow.Succeed(run.Envelope.Input, run.InstanceId),
            Previous = run.InstanceId,
            TraceParent = run.Envelope.TraceParent,
            Takeovers = Age(run) == 0 ? run.Envelope.Takeovers + 1 : 0,
            Habits = DurableSteps.Habits,
        };
        foreach (var id in SuccessorIds(run.InstanceId))
        {
            if (await starter.Start(run.Workflow, id, envelope, cancellation))
            {
                RunTelemetry.HasStarted(workflow);
            }

            if ((await runs.Find(id, cancellation))?.Envelope.Previous != run.InstanceId)
            {
                continue;
            }

            if (run.IsSuspended)
            {
                await durable.SuspendInstanceAsync(id, $"'{run.InstanceId}' was suspended.", cancellation);
            }

            Log.Succeeded(logger, run.InstanceId, run.Envelope.StoryVersion, id, workflow.StoryVersion);
            return id;
        }

        throw new InvalidOperationException("There is always another number.");
    }

    private async Task End(DurableRun run, string successor, CancellationToken cancellation)
    {
        var atHand = catalog.Workflow(run.Workflow).StoryVersion;
        var reason = $"Succeeded by '{successor}': story version {run.Envelope.StoryVersion} became {atHand}.";
        await durable.TerminateInstanceAsync(run.InstanceId, new TerminateInstanceOptions(new RunEnd(reason, successor)), cancellation);
        await runs.Until(run.InstanceId, _ => false, cancellation);
        RunTelemetry.HasEnded(catalog.Workflow(run.Workflow), EndStatus.Superseded);
    }

    // A run's own id, then ~2, ~3 and so on; the first that is free or already its successor is taken.
    private static IEnumerable<string> SuccessorIds(string instanceId)
    {
        var tilde = instanceId.LastIndexOf('~');
        var number = tilde >= 0 && int.TryParse(instanceId.AsSpan(tilde + 1), out var last) ? last : 1;
        var stem = number > 1 ? instanceId[..tilde] : instanceId;
        while (true)
        {
            yield return $"{stem}~{++number}";
        }
    }
}
