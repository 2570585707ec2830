using Planner.Core.Decisions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Stories;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Review.Reports;
using Planner.Core.Specialists;
using Planner.Core.Specialists.Stories;
using Planner.Core.Text;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Convenes the panel and asks its members.</summary>
internal sealed class PanelSteps(PlanningPorts ports, RunFolder folder, RunJournal journal)
{
    private readonly SpecialistCaller thinking = new(ports);

    public Task<PanelDigest> Convene(RunScope scope, StepCall call) =>
        Task.FromResult(new PanelDigest([.. ports.Panel.Order.Select(d => new Seat(d.Name, d.After))]));

    public async Task<OpinionDigest> Consult(ConsultRequest request, StepCall call)
    {
        var definition = ports.Panel.Get(request.Specialist);
        var place = JournalOrder.Consultation(request.Round, Seat(definition));
        await journal.Begin(call, place, $"Asking the {definition.Title}");
        var (opinion, reference) = await folder.Once(call, request.Scope, Key(request, definition), () => Ask(request, definition, call));
        await journal.Done(call, place, Said(definition, opinion));
        return new OpinionDigest(opinion.Specialist, opinion.Round, opinion.Applies, opinion.Confidence, reference);
    }

    private async Task<Opinion> Ask(ConsultRequest request, SpecialistDefinition definition, StepCall call)
    {
        var dossier = await folder.Get<TicketDossier>(call, request.Scope, request.Ticket);
        var settlement = request.Settlement is { } s ? await folder.Get<Settlement>(call, request.Scope, s) : Settlement.Empty;
        var review = request.Review is { } r ? await folder.Get<ReviewReport>(call, request.Scope, r) : null;
        var grounding = await folder.Get<TicketGrounding>(call, request.Scope, request.Grounding);
        var whole = new Consultation
        {
            Definition = definition,
            Round = request.Round,
            Ticket = dossier.Ticket,
            Criteria = dossier.Criteria,
            Discussion = dossier.Discussion ?? Discussion.None,
            Grounding = grounding,
            Codebase = request.Scope.Codebase,
            Previous = request.Scope.Previous,
            BuildsOn = await folder.GetAll<Opinion>(call, request.Scope, request.BuildsOn),
            Before = await Thought(request, call),
            Research = request.Research is { } n ? await folder.Get<List<ResearchNote>>(call, request.Scope, n) : [],
            Decisions = settlement.Decisions,
            Answers = settlement.Answers,
            Findings = [.. review?.Findings.Where(f => f.Specialist == definition.Name) ?? []],
        };
        CriteriaAssignment Assign(Consultation about) =>
            ports.Criteria.Assign(AssignmentInputs.Of(about, [.. ports.Panel.Order.Select(d => d.Name)], review?.Findings ?? []));
        var parts = StoryByStory.InOrder(dossier.Parts, StoryNaming.Add(dossier.Map, grounding.Parts));
        return parts.Count == 0
            ? await thinking.Ask(whole with { Assignment = Assign(whole) }, request.Scope, call)
            : await StoryByStory.Consult(EachOnce(request, Assign, call), parts, whole);
    }

    /// <summary>What it said before where a model said it: rules begin anew each time.</summary>
    private async Task<Opinion?> Thought(ConsultRequest request, StepCall call) =>
        request.Before is { } before && await folder.Get<Opinion>(call, request.Scope, before) is { Provenance.Kind: ProvenanceKind.Model } said ? said : null;

    /// <summary>Asks about one story of an epic after the other and keeps each answer by itself, so that a kill repays none of them.</summary>
    private Func<Consultation, Task<Opinion>> EachOnce(ConsultRequest request, Func<Consultation, CriteriaAssignment> assign, StepCall call)
    {
        var before = new List<string>();
        return async about =>
        {
            var key = Key(request, about.Definition, [about.Ticket.Key, .. before]);
            var own = call with { Key = $"{call.Key}/{about.Ticket.Key}" };
            var (opinion, reference) =
                await folder.Once(call, request.Scope, key, () => thinking.Ask(about with { Assignment = assign(about) }, request.Scope, own));
            before.Add(reference);
            return opinion;
        };
    }

    private int Seat(SpecialistDefinition definition) => ports.Panel.Order.ToList().IndexOf(definition) + 1;

    /// <summary>All references of a request are hashes of contents, so that the request tells its inputs wherever it is made.</summary>
    private string Key(ConsultRequest request, SpecialistDefinition definition, params IReadOnlyList<string> more) => new ConsultationKey(
        ports.Specialist.Mode,
        definition.Hash,
        ports.Specialist.PromptHash(definition),
        TextHash.Of(string.Join('\n', [PlanJson.Content(request with { Scope = new RunScope(request.Scope.Ticket, "", null) }), .. more]))).Text;

    private static string Said(SpecialistDefinition definition, Opinion opinion) =>
        opinion.Applies
            ? $"{definition.Title}{Again(opinion.Round)}: confidence {opinion.Confidence} of 10. {opinion.Rationale}"
            : $"{definition.Title}{Again(opinion.Round)}: {opinion.Rationale}";

    private static string Again(int round) => round > 1 ? $", asked again (round {round})" : "";
}
