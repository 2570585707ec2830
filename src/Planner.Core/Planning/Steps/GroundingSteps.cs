using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Stories;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Plans;
using Planner.Core.Specialists.Stories;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Finds out what is known: code base, schema, and what a wider look shows.</summary>
internal sealed class GroundingSteps(PlanningPorts ports, RunFolder folder, RunJournal journal)
{
    private const int DatabaseAttempts = 3;

    public async Task<GroundingDigest> Ground(GroundRequest request, StepCall call)
    {
        await journal.Begin(call, JournalOrder.Grounding, $"Reading the code base {request.Scope.Codebase}");
        var dossier = await folder.Get<TicketDossier>(call, request.Scope, request.Ticket);
        var limitations = new List<string>(dossier.Map?.Limitations ?? []);
        var index = await ReadCode(request.Scope, limitations, call);
        var tables = await ReadDatabase(limitations, call);
        var memory = await Remembered(request.Scope, limitations, call);
        var grounding = TicketGrounder.Ground(dossier.Ticket, dossier.Criteria, index, tables, memory);
        grounding = grounding with { Limitations = [.. grounding.Limitations, .. limitations], Parts = PartGrounding.Of(dossier.Parts, index, tables, memory) };
        var reference = await folder.Put(call, request.Scope, grounding);
        await journal.Done(call, JournalOrder.Grounding, Said(index, grounding));
        return new GroundingDigest(reference, grounding.Files.Count, grounding.Limitations.Count);
    }

    public async Task<ResearchDigest> CloseGaps(ResearchRequest request, StepCall call)
    {
        var place = JournalOrder.Research(request.Round);
        await journal.Begin(call, place, "Looking wider for what is missing");
        var opinions = await folder.GetAll<Opinion>(call, request.Scope, request.Opinions);
        var grounding = await folder.Get<TicketGrounding>(call, request.Scope, request.Grounding);
        var known = request.Known is null ? [] : await folder.Get<List<ResearchNote>>(call, request.Scope, request.Known);
        var index = await ReadCode(request.Scope, [], call);
        var gaps = opinions.SelectMany(o => o.Gaps).Distinct().ToList();
        var found = WiderLook.Research(gaps, grounding, index).Except(known).ToList();
        var reference = await folder.Put(call, request.Scope, known.Concat(found).ToList());
        await journal.Done(call, place, $"Looked wider for {Count.Of(gaps.Count, "gap")}: {Count.Of(found.Count, "new fact")}");
        return new ResearchDigest(reference, found.Count);
    }

    private async Task<CodebaseIndex> ReadCode(RunScope scope, List<string> limitations, StepCall call)
    {
        try
        {
            return await ports.Codebase.Read(scope.Codebase, call.Cancellation);
        }
        catch (CodebaseUnreadableException e)
        {
            limitations.Add($"The code base could not be read: {e.Message}");
            return new CodebaseIndex { Documents = [] };
        }
    }

    private async Task<IReadOnlyList<EarlierDecision>> Remembered(RunScope scope, List<string> limitations, StepCall call)
    {
        var known = DecisionMemory.Earlier(await ports.Store.ReadShared(DecisionMemory.Path, call.Cancellation), scope.Ticket);
        if (known is null)
        {
            limitations.Add($"Earlier decisions were left out: {DecisionMemory.Path} is no valid JSON.");
        }

        return known ?? [];
    }

    private async Task<IReadOnlyList<TableFact>?> ReadDatabase(List<string> limitations, StepCall call)
    {
        if (ports.Database is null)
        {
            return null;
        }

        try
        {
            return await ports.Database.Read(call.Cancellation);
        }
        catch (DatabaseUnreadableException e) when (!e.RetryHelps || call.Attempt >= DatabaseAttempts)
        {
            limitations.Add($"The database could not be read, the migrations stand for it: {e.Message}");
            return null;
        }
    }

    private static string Said(CodebaseIndex index, TicketGrounding grounding)
    {
        var unresolved = grounding.Mentions.Count(m => !m.IsResolved);
        return $"Read {Count.Of(index.Documents.Count, "file")}, {Count.Of(index.Types.Count, "type")}, "
            + $"{Count.Of(index.Endpoints.Count, "endpoint")}, {Count.Of(index.Tables.Count, "table")}; "
            + $"the ticket names {Count.Of(grounding.Mentions.Count, "thing")}, {unresolved} not found";
    }
}
