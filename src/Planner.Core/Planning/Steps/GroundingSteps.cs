using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Specialists.Stories;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Finds out what is known: code base, schema, and what a wider look shows.</summary>
internal sealed class GroundingSteps(PlanningPorts ports, RunFolder folder, RunJournal journal)
{
    private readonly Surroundings surroundings = new(ports);

    public async Task<GroundingDigest> Ground(GroundRequest request, StepCall call)
    {
        await journal.Begin(call, JournalOrder.Grounding, $"Reading the code base {request.Scope.Codebase}");
        var dossier = await folder.Get<TicketDossier>(call, request.Scope, request.Ticket);
        var (grounding, index) = await surroundings.Ground(request.Scope, dossier, ranked: null, call);
        var reference = await folder.Put(call, request.Scope, grounding);
        await journal.Done(call, JournalOrder.Grounding, Said(index, grounding));
        return new GroundingDigest(reference, grounding.Files.Count, grounding.Limitations.Count) { IsReadClosely = ports.Analyst is not null };
    }

    public async Task<ResearchDigest> CloseGaps(ResearchRequest request, StepCall call)
    {
        var place = JournalOrder.Research(request.Round);
        await journal.Begin(call, place, "Looking wider for what is missing");
        var opinions = await folder.GetAll<Opinion>(call, request.Scope, request.Opinions);
        var grounding = await folder.Get<TicketGrounding>(call, request.Scope, request.Grounding);
        var known = request.Known is null ? [] : await folder.Get<List<ResearchNote>>(call, request.Scope, request.Known);
        var index = await surroundings.ReadCode(request.Scope, [], call);
        var gaps = opinions.SelectMany(o => o.Gaps).Distinct().ToList();
        var found = WiderLook.Research(gaps, grounding, index).Except(known).ToList();
        var reference = await folder.Put(call, request.Scope, known.Concat(found).ToList());
        var news = found.Count(n => IsNews(n, opinions));
        await journal.Done(call, place, $"Looked wider for {Count.Of(gaps.Count, "gap")}: {Count.Of(news, "new fact")}");
        return new ResearchDigest(reference, news);
    }

    /// <summary>A second look is worth its price where it is told something: a model could look up itself that a thing exists, and what it has read.</summary>
    private static bool IsNews(ResearchNote note, IReadOnlyList<Opinion> opinions) => opinions
        .Where(o => o.Gaps.Any(g => g.Subject == note.Gap))
        .Any(o => o.Provenance.Kind != ProvenanceKind.Model
            || !(note.TellsOnlyThatItExists || (o.Read ?? []).Any(p => note.Source == p || note.Source.StartsWith($"{p}:", StringComparison.Ordinal))));

    private static string Said(CodebaseIndex index, TicketGrounding grounding)
    {
        var unresolved = grounding.Mentions.Count(m => !m.IsResolved);
        return $"Read {Count.Of(index.Documents.Count, "file")}, {Count.Of(index.Types.Count, "type")}, "
            + $"{Count.Of(index.Endpoints.Count, "endpoint")}, {Count.Of(index.Tables.Count, "table")}; "
            + $"the ticket names {Count.Of(grounding.Mentions.Count, "thing")}, {unresolved} not found";
    }
}
