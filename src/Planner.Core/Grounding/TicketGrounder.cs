using Planner.Core.Grounding.Candidates;
using Planner.Core.Grounding.Documents;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.History;
using Planner.Core.Grounding.Naming;
using Planner.Core.Grounding.Ranking;
using Planner.Core.Tickets;

namespace Planner.Core.Grounding;

/// <summary>Says what of a code base and its database bears on a ticket. The same input gives the same grounding.</summary>
public static class TicketGrounder
{
    /// <summary>Files that a plan may well touch.</summary>
    private const int LikelyFiles = 20;

    /// <param name="ticket">Data: nothing in it is followed.</param>
    /// <param name="criteria">Its frozen criteria.</param>
    /// <param name="index">What was read of the code base.</param>
    /// <param name="databaseTables">The live database's tables, which win over those of the migrations; null where none was read.</param>
    /// <param name="memory">Decisions of tickets that were planned before.</param>
    /// <param name="ranked">Likely files in the order that they shall have; null for that of the rules.</param>
    public static TicketGrounding Ground(
        Ticket ticket, FrozenCriteria criteria, CodebaseIndex index, IReadOnlyList<TableFact>? databaseTables = null,
        IReadOnlyList<EarlierDecision>? memory = null,
        IReadOnlyList<RankedFile>? ranked = null)
    {
        var tables = Merged(index.Tables, databaseTables);
        var lines = TicketLines.Of(ticket, criteria);
        var mentions = MentionReader.Read(ticket, lines, index, new NameIndex(index, tables));
        var query = QueryTerms.Of(ticket, lines, criteria, mentions);
        var ranking = Ranked(ticket, lines, index, tables, mentions);
        var files = ranked ?? ranking.Files;
        var relevance = new Relevance(index, tables, mentions, files, query.Count > 0 ? query : [("", 1)]);
        var (types, relevant) = (relevance.Types(), relevance.Tables());
        var texts = index.Texts with { Decisions = [.. index.Texts.Decisions, .. memory ?? []] };
        return new TicketGrounding
        {
            Commit = index.Commit,
            Files = files,
            Candidates = new CandidatePool(new CandidateSearch(index, ranking)).Files(),
            History = new HistoryReading(index.History, files, index.Documents.Select(d => d.Path)).Of(ticket, query),
            Documents = new DocumentReading(
                texts,
                new Likeness(index, query, mentions, [.. relevant.Select(t => t.FullName), .. files.Take(LikelyFiles).Select(f => f.Path)])).Of(),
            Mentions = mentions,
            Types = types,
            Endpoints = relevance.Endpoints(),
            Tables = relevant,
            Tests = relevance.Tests(types),
            Jobs = relevance.Jobs(relevant),
            Registrations = relevance.Registrations(types),
            Projects = index.Projects,
            Conventions = index.Conventions,
            Inventory = Inventoried(index, tables),
            Limitations = [.. index.Limitations, .. Missing(index, databaseTables)],
        };
    }

    private static FileRanking Ranked(
        Ticket ticket, TicketLines lines, CodebaseIndex index, IReadOnlyList<TableFact> tables, IReadOnlyList<Mention> mentions) =>
        new FileRanker(
            index,
            QueryTerms.Searched(ticket, lines),
            NamedFiles.Of(mentions, index, tables),
            SpokenNames.Of(index, QueryTerms.Summary(ticket))).Rank(RankingWeights.Default);

    /// <summary>A live table knows its columns better, a script where it was made.</summary>
    private static IReadOnlyList<TableFact> Merged(IReadOnlyList<TableFact> scripted, IReadOnlyList<TableFact>? live)
    {
        if (live is null)
        {
            return scripted;
        }

        var made = scripted.ToDictionary(t => t.FullName, StringComparer.OrdinalIgnoreCase);
        var known = live.Select(t => t.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. live
            .Select(t => made.TryGetValue(t.FullName, out var script) ? t with { File = script.File, Line = script.Line } : t)
            .Concat(scripted.Where(t => !known.Contains(t.FullName)))
            .OrderBy(t => t.Schema, StringComparer.Ordinal)
            .ThenBy(t => t.Name, StringComparer.Ordinal)];
    }

    private static Inventory Inventoried(CodebaseIndex index, IReadOnlyList<TableFact> tables) => new(
        [.. index.Documents.Select(d => d.Path)],
        Sorted(tables.Select(t => t.FullName)),
        Sorted(tables.SelectMany(t => t.Columns.Select(c => $"{t.FullName}.{c.Name}"))),
        Sorted(index.Endpoints.Select(e => $"{e.Method} {e.Route}")));

    private static IReadOnlyList<string> Sorted(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Missing(CodebaseIndex index, IReadOnlyList<TableFact>? databaseTables)
    {
        if (index.Types.Count == 0)
        {
            yield return "No C# types were found, so files are ranked by words and paths alone.";
        }

        if (databaseTables is null && index.Tables.Count > 0)
        {
            yield return "No database was read; tables are told as the scripts leave them.";
        }
    }
}
