using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding;

/// <summary>Picks what bears on a ticket out of all that exists.</summary>
internal sealed class Relevance(
    CodebaseIndex index, IReadOnlyList<TableFact> tables, IReadOnlyList<Mention> mentions, IReadOnlyList<RankedFile> files,
    IReadOnlyList<(string Word, double Weight)> query)
{
    private const int MostTypes = 60;
    private const int MostTables = 20;
    private const int MostTests = 60;
    private const int MostEndpoints = 30;
    private const double LikelyFile = 0.3;

    /// <summary>Words of this share of the heaviest one's weight are what the ticket is about.</summary>
    private const double MainWord = 0.6;

    private readonly Dictionary<string, double> likely =
        files.Where(f => f.Score >= LikelyFile).ToDictionary(f => f.Path, f => f.Score, StringComparer.Ordinal);

    private readonly HashSet<string> main =
        [.. query.Where(q => q.Weight >= MainWord * query[0].Weight).Select(q => q.Word)];

    private readonly HashSet<string> found = [.. mentions.SelectMany(m => m.Found)];

    public IReadOnlyList<TypeFact> Types() => [.. index.Types
        .Where(t => likely.ContainsKey(t.File))
        .OrderByDescending(t => found.Contains($"{t.File}:{t.Line}"))
        .ThenByDescending(t => likely[t.File])
        .ThenBy(t => t.File, StringComparer.Ordinal)
        .ThenBy(t => t.Line)
        .Take(MostTypes)];

    public IReadOnlyList<EndpointFact> Endpoints() => [.. index.Endpoints
        .Where(e => IsNamed(e) || (likely.ContainsKey(e.File) && RouteMatch.Segments(e.Route).Any(IsMain)))
        .OrderByDescending(IsNamed)
        .ThenByDescending(e => likely.GetValueOrDefault(e.File))
        .ThenBy(e => e.Route, StringComparer.Ordinal)
        .ThenBy(e => e.Method, StringComparer.Ordinal)
        .Take(MostEndpoints)];

    /// <summary>Tables that are named or that the ticket is about, and those that new columns of the ticket refer to.</summary>
    public IReadOnlyList<TableFact> Tables()
    {
        var named = mentions.SelectMany(TablesOf).ToHashSet(StringComparer.Ordinal);
        var referred = mentions.Where(m => m.Kind is MentionKind.Table or MentionKind.Column && m.IsNew)
            .SelectMany(m => m.Columns.Select(c => c.Name))
            .SelectMany(Referred)
            .ToHashSet(StringComparer.Ordinal);
        var kept = mentions.Where(m => m.IsKept && m.Kind == MentionKind.Table).SelectMany(m => m.Found).ToHashSet(StringComparer.Ordinal);
        return [.. tables
            .Where(t => !kept.Contains(t.FullName))
            .Select(t => (Table: t, Rank: named.Contains(t.FullName) || IsNamedByType(t) ? 3 : referred.Contains(t.FullName) ? 2 : IsAbout(t.Name) ? 1 : 0))
            .Where(t => t.Rank > 0)
            .OrderByDescending(t => t.Rank)
            .ThenBy(t => t.Table.FullName, StringComparer.Ordinal)
            .Take(MostTables)
            .Select(t => t.Table)];
    }

    public IReadOnlyList<TestFact> Tests(IReadOnlyList<TypeFact> types)
    {
        var subjects = types.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        return [.. index.Tests
            .Where(t => subjects.Contains(t.Subject) || likely.ContainsKey(t.File))
            .OrderByDescending(t => subjects.Contains(t.Subject))
            .ThenByDescending(t => likely.GetValueOrDefault(t.File))
            .ThenBy(t => t.File, StringComparer.Ordinal)
            .ThenBy(t => t.Line)
            .Take(MostTests)];
    }

    public IReadOnlyList<JobFact> Jobs(IReadOnlyList<TableFact> relevant)
    {
        var names = relevant.Select(t => t.FullName).ToHashSet(StringComparer.Ordinal);
        return [.. index.Jobs
            .Where(j => likely.ContainsKey(j.File) || found.Contains($"{j.File}:{j.Line}") || IsAbout(j.Name) || j.Tables.Any(names.Contains))
            .OrderByDescending(j => found.Contains($"{j.File}:{j.Line}"))
            .ThenByDescending(j => likely.GetValueOrDefault(j.File))
            .ThenBy(j => j.File, StringComparer.Ordinal)];
    }

    public IReadOnlyList<RegistrationFact> Registrations(IReadOnlyList<TypeFact> types)
    {
        var names = types.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        return [.. index.Registrations.Where(r => names.Contains(r.Service) || names.Contains(r.Implementation))];
    }

    private bool IsNamedByType(TableFact table) => table.EntityType is { } type && mentions.Any(m => m.Kind == MentionKind.Type && !m.IsKept && m.Text == type);

    private bool IsNamed(EndpointFact endpoint) => found.Contains($"{endpoint.Method} {endpoint.Route}");

    private bool IsMain(string word) => main.Contains(Nouns.Singular(word.ToLowerInvariant()));

    private bool IsAbout(string name) => IdentifierWords.Of(name) is { Count: > 0 } words && words.All(IsMain);

    private static IEnumerable<string> TablesOf(Mention mention) => mention.Kind switch
    {
        _ when mention.IsKept => [],
        MentionKind.Table => mention.Found,
        MentionKind.Column when mention.IsNew => [mention.Text[..Math.Max(0, mention.Text.LastIndexOf('.'))]],
        MentionKind.Column when mention.Found.Count <= 2 || mention.Text.Contains('.', StringComparison.Ordinal) =>
            mention.Found.Select(f => f[..f.LastIndexOf('.')]),
        _ => [],
    };

    /// <summary><c>order_id</c> refers to <c>orders</c> or <c>order</c>.</summary>
    private IEnumerable<string> Referred(string column)
    {
        if (!column.EndsWith("_id", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var owner = Nouns.Singular(column[..^3].ToLowerInvariant());
        return tables.Where(t => Nouns.Singular(t.Name.ToLowerInvariant()) == owner).Select(t => t.FullName);
    }
}
