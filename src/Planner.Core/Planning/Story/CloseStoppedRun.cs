using Planner.Durability;

namespace Planner.Core.Planning.Story;

/// <summary>Says on the ticket that a run was stopped. A story of its own, since the run takes no further step, and a ticket tracker may be down.</summary>
public sealed class CloseStoppedRun : Workflow<StoppedRun, bool>
{
    /// <summary>Changes whenever the order or kind of calls below changes.</summary>
    public const string Version = "1";

    /// <inheritdoc />
    public override string Name => "close-stopped-run";

    /// <inheritdoc />
    public override string StoryVersion => Version;

    /// <inheritdoc />
    public override bool IsCounted => false;

    /// <inheritdoc />
    public override Task<bool> Run(WorkflowContext context, StoppedRun input) => context.Call(PlanningSteps.ReportStopped, input);
}

/// <summary>A run that was stopped.</summary>
/// <param name="Ticket">The ticket's key.</param>
/// <param name="RunId">The run.</param>
/// <param name="Reason">By whom or for what.</param>
public sealed record StoppedRun(string Ticket, string RunId, string Reason);
