using Planner.Core.Opinions;
using Planner.Core.Specialists;

namespace Planner.Specialists.Rules.Reading;

/// <summary>A ticket with what rules ask about it, read once and in stages: each takes what those before it have read.</summary>
internal class TicketContext : TicketFacts
{
    protected TicketContext(TicketContext brief)
        : this(brief, new(brief.Schema, brief.Homes, brief.FileHomes, brief.Claims, brief.Earlier))
    {
    }

    private TicketContext(TicketFacts facts, Stages stages)
        : base(facts) => (Schema, Homes, FileHomes, Claims, Earlier) = stages;

    /// <summary>The schema as the ticket will leave it.</summary>
    public SchemaPlan Schema { get; }

    public TargetTypes Homes { get; }

    public TargetFiles FileHomes { get; }

    /// <summary>Which criterion is whose.</summary>
    public AssignedCriteria Claims { get; }

    /// <summary>What those before this specialist plan.</summary>
    public Earlier Earlier { get; }

    /// <summary>Reads a ticket.</summary>
    /// <param name="inputs">What all members of the panel are given alike.</param>
    /// <param name="assignment">Which criterion is whose.</param>
    /// <param name="earlier">Opinions that the specialist builds on.</param>
    public static TicketContext Of(AssignmentInputs inputs, CriteriaAssignment assignment, params IReadOnlyList<Opinion> earlier)
    {
        var facts = TicketFacts.Of(inputs);
        var homes = new TargetTypes(facts);
        return new(facts, new(new SchemaPlanner(facts).Plan(), homes, new(facts, homes), new(assignment, facts.Criteria), new(earlier)));
    }

    /// <summary>What was read after the facts.</summary>
    private sealed record Stages(SchemaPlan Schema, TargetTypes Homes, TargetFiles FileHomes, AssignedCriteria Claims, Earlier Earlier);
}
