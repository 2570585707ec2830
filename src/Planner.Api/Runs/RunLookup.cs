using Planner.Core.Artifacts;
using Planner.Core.Planning.Story;
using Planner.Durability;

namespace Planner.Api.Runs;

/// <summary>Finds plannings by ids that strangers send.</summary>
internal sealed class RunLookup(IWorkflowClient client)
{
    private const int LongestLine = 50;

    /// <summary>The workflow whose runs are served.</summary>
    public static string Workflow { get; } = new PlanTicket().Name;

    /// <summary>The run, or null.</summary>
    public async Task<RunInfo?> Find(string runId, CancellationToken cancellation) =>
        ArtifactPath.IsRun(runId) && await client.Get(runId, cancellation) is { Input: not null } run && run.Workflow == Workflow ? run : null;

    /// <summary>The run, or the one that took over from it: links to it go on working.</summary>
    public async Task<RunInfo?> Current(string runId, CancellationToken cancellation)
    {
        var run = await Find(runId, cancellation);
        for (var i = 0; i < LongestLine && run?.SucceededBy is { } successor; i++)
        {
            run = await Find(successor, cancellation) ?? throw new RunNotFoundException(successor);
        }

        return run;
    }
}
