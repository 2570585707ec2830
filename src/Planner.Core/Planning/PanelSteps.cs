using Planner.Core.Artifacts;
using Planner.Core.Decisions;
using Planner.Core.Grounding;
using Planner.Core.Grounding.Stories;
using Planner.Core.Review;
using Planner.Core.Specialists;
using Planner.Core.Specialists.Stories;
using Planner.Durability;

namespace Planner.Core.Planning;

/// <summary>Convenes the panel and asks its members.</summary>
internal sealed class PanelSteps(PlanningPorts ports, RunFolder folder, RunJournal journal)
{
    public Task<PanelDigest> Convene(RunScope scope, StepCall call) =>
        Task.FromResult(new PanelDigest([.. ports.Panel.Order.Select(d => new Seat(d.Name, d.After))]));

    public async Task<OpinionDigest> Consult(ConsultRequest request, StepCall call)
    {
        var definition = ports.Panel.Get(request.Specialist);
        var place = Places.Consultation(request.Round, Seat(definition));
        await journal.Begin(call, place, $"Asking the {definition.Title}");
        var (opinion, reference) = await folder.Once(
            call, request.Scope, Question(request, definition), () => Ask(request, definition, call));
        await journal.Done(call, place, Said(definition, opinion));
        return new OpinionDigest(opinion.Specialist, opinion.Round, opinion.Applies, opinion.Confidence, reference);
    }

    private async Task<Opinion> Ask(ConsultRequest request, SpecialistDefinition definition, StepCall call)
    {
        var dossier = await folder.Get<TicketDossier>(call, request.Scope, request.Ticket);
        var settlement = request.Settlement is { } s ? await folder.Get<Settlement>(call, request.Scope, s) : Settlement.Empty;
        var review = request.Review is { } r ? await folder.Get<ReviewReport>(call, request.Scope, r) : null;
        var grounding = await folder.Get<TicketGrounding>(call, request.Scope, request.Grounding);
        return await StoryByStory.Consult(
            ports.Specialist,
            StoryByStory.InOrder(dossier.Parts, StoryNaming.Add(dossier.Map, grounding.Parts)),
            new Consultation
            {
                Definition = definition,
                Round = request.Round,
                Ticket = dossier.Ticket,
                Criteria = dossier.Criteria,
                Grounding = grounding,
                BuildsOn = await folder.GetAll<Opinion>(call, request.Scope, request.BuildsOn),
                Research = request.Research is { } n ? await folder.Get<List<ResearchNote>>(call, request.Scope, n) : [],
                Decisions = settlement.Decisions,
                Answers = settlement.Answers,
                Findings = [.. review?.Findings.Where(f => f.Specialist == definition.Name) ?? []],
            },
            call.Cancellation);
    }

    private int Seat(SpecialistDefinition definition) => ports.Panel.Order.ToList().IndexOf(definition) + 1;

    private static string Question(ConsultRequest request, SpecialistDefinition definition) =>
        PlanJson.Content(request with { Scope = new RunScope(request.Scope.Ticket, "", null) }) + definition.Hash;

    private static string Said(SpecialistDefinition definition, Opinion opinion) =>
        opinion.Applies
            ? $"{definition.Title}{Again(opinion.Round)}: confidence {opinion.Confidence} of 10. {opinion.Rationale}"
            : $"{definition.Title}{Again(opinion.Round)}: {opinion.Rationale}";

    private static string Again(int round) => round > 1 ? $", asked again (round {round})" : "";
}
