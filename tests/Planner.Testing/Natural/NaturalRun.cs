using Planner.Core.Artifacts;
using Planner.Core.Decisions;
using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review;
using Planner.Core.Review.Reports;
using Planner.Core.Specialists;
using Planner.Core.Tickets;
using Planner.Specialists.Rules;
using Planner.Testing.Planning;

namespace Planner.Testing.Natural;

/// <summary>How a natural ticket ended: with a plan, or with questions.</summary>
/// <param name="Plan">The plan, or null where the ticket was not ready.</param>
/// <param name="Questions">What its author is asked where it was not.</param>
/// <param name="Broken">Sentences about what does not hold; empty where all does.</param>
public sealed record NaturalEnd(Plan? Plan, IReadOnlyList<string> Questions, IReadOnlyList<string> Broken);

/// <summary>
/// Thinks about a ticket as the story does, without its waits: readiness, grounding, two rounds with the decisions of the first,
/// assembly and review.
/// </summary>
/// <param name="index">The code base.</param>
/// <param name="specialist">Who thinks.</param>
/// <param name="fits">True where nothing of its opinions may need the guard.</param>
public sealed class NaturalRun(CodebaseIndex index, ISpecialist specialist, bool fits)
{
    private readonly SpecialistPanel panel = SpecialistPanel.BuiltIn();

    /// <summary>Plans a ticket; an exception is a fault of the product.</summary>
    public async Task<NaturalEnd> Of(Ticket ticket)
    {
        var criteria = CriteriaReader.Freeze(ticket);
        if (ReadinessJudge.Judge(ticket, criteria) is Readiness.NotReady no)
        {
            return new(null, no.Questions, no.Questions.Count == 0 ? ["It is not ready, and nothing is asked."] : []);
        }

        var grounding = TicketGrounder.Ground(ticket, criteria, index);
        var first = await Round(ticket, criteria, grounding, [], 1);
        var agenda = Agenda.From(first, [], []);
        var settled = agenda.Items.Select((item, at) => Settled(item.Decision, at)).ToList();
        var second = await Round(ticket, criteria, grounding, settled, 2);
        agenda = Agenda.From(second, settled, agenda.Questions, agenda.Ids);
        var plan = PlanAssembler.Assemble(new PlanInputs
        {
            Ticket = ticket,
            Criteria = criteria,
            Grounding = grounding,
            Opinions = second,
            Rounds = second
                .Index()
                .ToDictionary(o => o.Item.Specialist, o => (IReadOnlyList<int>)[first[o.Index].Confidence, o.Item.Confidence], StringComparer.Ordinal),
            Panel = [.. panel.Order.Select(PanelSeat.Of)],
            SettledDecisions = settled,
            Questions = agenda.Questions,
            Ids = agenda.Ids,
        });
        Reviewer.Review(plan, ArtifactComposer.Compose(plan), new ReviewOptions());
        return new(plan, [], [.. PlanInvariants.Broken(plan), .. fits ? PlanInvariants.LeftOut(plan) : []]);
    }

    private async Task<IReadOnlyList<Opinion>> Round(
        Ticket ticket,
        FrozenCriteria criteria,
        TicketGrounding grounding,
        IReadOnlyList<SettledDecision> decisions,
        int round)
    {
        var given = new List<Opinion>();
        var assigner = new CriteriaAssigner();
        foreach (var definition in panel.Order)
        {
            var consultation = new Consultation
            {
                Definition = definition,
                Round = round,
                Ticket = ticket,
                Criteria = criteria,
                Grounding = grounding,
                Decisions = decisions,
                BuildsOn = [.. given.Where(g => definition.After.Contains(g.Specialist, StringComparer.Ordinal))],
            };
            var assignment = assigner.Assign(AssignmentInputs.Of(consultation, [.. panel.Order.Select(d => d.Name)], []));
            given.Add(await GuardedConsultation.Give(specialist, consultation with { Assignment = assignment }, Calls.First()));
        }

        return given;
    }

    /// <summary>Every second one is decided against what was recommended.</summary>
    private static SettledDecision Settled(Decision decision, int at) => new()
    {
        Decision = decision,
        Status = at % 2 == 0 ? DecisionStatus.Provisional : DecisionStatus.Decided,
        Option = at % 2 == 0 ? decision.Recommendation : decision.Options.First(o => o.Id != decision.Recommendation).Id,
        Rationale = "Chosen by the series.",
        DecidedBy = at % 2 == 0 ? "deadline policy" : "Ana Reporter",
        Timestamp = DateTimeOffset.UnixEpoch,
        Deadline = DateTimeOffset.UnixEpoch,
    };
}
