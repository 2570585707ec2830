using Planner.Core.Decisions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Tickets;
using Planner.Specialists.Rules;
using Planner.Testing.Planning;

namespace Planner.Testing.Builders;

/// <summary>Asks the built-in panel in its order about a ticket, as one round of the story does.</summary>
public sealed record PanelRound(Ticket Ticket, FrozenCriteria Criteria, TicketGrounding Grounding)
{
    /// <summary>Decisions that were taken.</summary>
    public IReadOnlyList<SettledDecision> Decisions { get; init; } = [];

    /// <summary>Questions that were answered.</summary>
    public IReadOnlyList<AnsweredQuestion> Answers { get; init; } = [];

    /// <summary>What was researched.</summary>
    public IReadOnlyList<ResearchNote> Research { get; init; } = [];

    /// <summary>Who thinks: the rules, unless a test says otherwise.</summary>
    public ISpecialist Specialist { get; init; } = new RulesSpecialist();

    /// <summary>What the review found.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>A round about a ticket of the given text; a criterion for each text.</summary>
    public static PanelRound About(GroundingBuilder grounding, string description, params string[] criteria) => new(
        new Ticket { Key = "DEMO-1", Summary = "A change", Description = description, Type = "Story", Reporter = "Ada" },
        new FrozenCriteria([.. criteria.Select((text, at) => new AcceptanceCriterion($"AC{at + 1}", text))], "", Derived: false),
        grounding.Build());

    /// <summary>The opinions in the panel's order.</summary>
    public async Task<IReadOnlyList<Opinion>> Ask()
    {
        var panel = SpecialistPanel.BuiltIn();
        var given = new List<Opinion>();
        foreach (var definition in panel.Order)
        {
            var before = panel.BuildsOn(definition.Name).Select(b => b.Name).ToHashSet(StringComparer.Ordinal);
            given.Add(await Specialist.Consult(
                Consultation(definition) with { BuildsOn = [.. given.Where(g => before.Contains(g.Specialist))] },
                Calls.First()));
        }

        return given;
    }

    /// <summary>The opinion of one.</summary>
    public async Task<Opinion> Ask(string specialist) => (await Ask()).First(o => o.Specialist == specialist);

    /// <summary>The plan of the opinions, with every decision still pending.</summary>
    public async Task<Plan> Plan()
    {
        var opinions = await Ask();
        var agenda = Agenda.From(opinions, [], []);
        return PlanAssembler.Assemble(new PlanInputs
        {
            Ticket = Ticket,
            Criteria = Criteria,
            Grounding = Grounding,
            Opinions = opinions,
            Rounds = opinions.ToDictionary(o => o.Specialist, o => (IReadOnlyList<int>)[o.Confidence], StringComparer.Ordinal),
            Panel = [.. SpecialistPanel.BuiltIn().Order.Select(PanelSeat.Of)],
            Questions = agenda.Questions,
            Ids = agenda.Ids,
        });
    }

    /// <summary>Which criterion is whose.</summary>
    public CriteriaAssignment Assignment => new CriteriaAssigner().Assign(new AssignmentInputs
    {
        Panel = [.. SpecialistPanel.BuiltIn().Order.Select(d => d.Name)],
        Ticket = Ticket,
        Criteria = Criteria,
        Grounding = Grounding,
        Research = Research,
        Decisions = Decisions,
        Answers = Answers,
        Findings = Findings,
    });

    private Consultation Consultation(SpecialistDefinition definition) => new()
    {
        Definition = definition,
        Round = 1,
        Ticket = Ticket,
        Criteria = Criteria,
        Grounding = Grounding,
        Assignment = Assignment,
        Decisions = Decisions,
        Answers = Answers,
        Research = Research,
        Findings = Findings,
    };
}
