using Planner.Core.Decisions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Stories;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Plans;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Assembles the plan.</summary>
internal sealed class PlanSteps(PlanningPorts ports, RunFolder folder, RunJournal journal)
{
    public async Task<PlanDigest> Assemble(AssembleRequest request, StepCall call)
    {
        await journal.Begin(call, JournalOrder.Plan, "Assembling the plan");
        var scope = request.Scope;
        var dossier = await folder.Get<TicketDossier>(call, scope, request.Ticket);
        var grounding = await folder.Get<TicketGrounding>(call, scope, request.Grounding);
        var settlement = await folder.Get<Settlement>(call, scope, request.Settlement);
        var agenda = await folder.Get<Agenda>(call, scope, request.Agenda);
        var opinions = await folder.GetAll<Opinion>(call, scope, request.Opinions.Select(o => o.Ref));
        var given = request.Given is { } all ? await folder.GetAll<Opinion>(call, scope, all) : opinions;
        var plan = PlanAssembler.Assemble(new PlanInputs
        {
            Ticket = dossier.Ticket,
            Criteria = dossier.Criteria,
            Map = StoryNaming.Add(dossier.Map, grounding.Parts),
            Grounding = grounding with { Parts = null },
            Opinions = opinions,
            Rounds = Rounds(request.History),
            Panel = [.. ports.Panel.Order.Select(PanelSeat.Of)],
            SettledDecisions = settlement.Decisions,
            Questions = settlement.Questions,
            Ids = agenda.Ids,
            Research = request.Research is { } r ? await folder.Get<List<ResearchNote>>(call, scope, r) : [],
            ConfidenceThreshold = request.Threshold,
            Limitations = Fallbacks.Limitations(opinions),
            Ledger = LedgerTotal.Of(opinions, given, grounding.ReadingLedger?.Of(call.RunId) ?? []),
        });
        var reference = await folder.Put(call, scope, plan);
        await journal.Done(call, JournalOrder.Plan, Said(plan));
        return new PlanDigest(reference, plan.Tasks.Count, await folder.Put(call, scope, Thoughts(request)));
    }

    private static StoredRun Thoughts(AssembleRequest request) => new()
    {
        Ticket = request.Ticket,
        Grounding = request.Grounding,
        Opinions = request.Opinions,
        History = request.History,
        Research = request.Research,
        Agenda = request.Agenda,
        Settlement = request.Settlement,
    };

    private static Dictionary<string, IReadOnlyList<int>> Rounds(IReadOnlyList<OpinionDigest> history) =>
        history.GroupBy(o => o.Specialist, StringComparer.Ordinal).ToDictionary(
            g => g.Key, IReadOnlyList<int> (g) => [.. g.Select(o => o.Confidence)], StringComparer.Ordinal);

    private static string Said(Plan plan) =>
        $"Assembled {Count.Of(plan.Tasks.Count, "task")} in {Count.Of(plan.Waves.Count, "wave")}, "
        + $"{Count.Of(plan.Tests.Count, "test")}, {Count.Of(plan.Risks.Count, "risk")}; size {plan.Size}";
}
