using Planner.Core.Artifacts;
using Planner.Core.Conversation;
using Planner.Core.Grounding.Facts;
using Planner.Core.Review.Audits;
using Planner.Core.Specialists;
using Planner.Core.Text.Secrets;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning.Runs;

/// <summary>What the steps reach the world through. A host wires it together once.</summary>
public sealed record PlanningPorts
{
    /// <summary>Where tickets live.</summary>
    public required ITicketTracker Tracker { get; init; }

    /// <summary>Reads code bases.</summary>
    public required ICodebaseReader Codebase { get; init; }

    /// <summary>Reads the real database, or null where none is configured.</summary>
    public ISchemaReader? Database { get; init; }

    /// <summary>Who sits on the panel.</summary>
    public required SpecialistPanel Panel { get; init; }

    /// <summary>Thinks for all of them.</summary>
    public required ISpecialist Specialist { get; init; }

    /// <summary>Thinks by rules alone and costs nothing: tells whom a change touches before anybody is paid, and stands in for a model out of reach.</summary>
    public required ISpecialist Rules { get; init; }

    /// <summary>Reads the ticket closely with a model; null where the rules alone think.</summary>
    public ITicketAnalyst? Analyst { get; init; }

    /// <summary>Reads the assembled plan once more with a model; null where the rules alone think.</summary>
    public IPlanAuditor? Auditor { get; init; }

    /// <summary>Takes secrets out of what is read; with a key where a model thinks, so that it can tell them apart.</summary>
    public Redactor Redactor { get; init; } = Redactor.Bare;

    /// <summary>What renders a plan; by default all of the product.</summary>
    public IReadOnlyList<IArtifactRenderer> Renderers { get; init; } = ArtifactRenderers.All;

    /// <summary>Says once for a round which criterion is whose.</summary>
    public required ICriteriaAssigner Criteria { get; init; }

    /// <summary>Where plans are kept.</summary>
    public required IArtifactStore Store { get; init; }

    /// <summary>Where answers arrive.</summary>
    public required IInbox Inbox { get; init; }

    /// <summary>What runs did.</summary>
    public required IJournal Journal { get; init; }

    /// <summary>Tells the team, or null.</summary>
    public INotifier? Notifier { get; init; }

    /// <summary>Steps that hold a whole code base or plan and run at once, over all runs; others wait for their turn. 1 or more, default 4.</summary>
    public int ThinkingAtOnce { get; init; } = 4;

    /// <summary>The one time that is written, where <c>SOURCE_DATE_EPOCH</c> is set; else null.</summary>
    public DateTimeOffset? SourceDate { get; init; }
}
