using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.Ranking;

/// <summary>Finds the files that hold what a ticket names.</summary>
internal static class NamedFiles
{
    private const int MostHolders = 60;

    /// <summary>Folders, members, tables and columns have many homes, of which few change.</summary>
    private const double Loose = 0.15;

    public static Evidence Of(IReadOnlyList<Mention> mentions, CodebaseIndex index, IReadOnlyList<TableFact> tables)
    {
        var evidence = new Evidence();
        var users = index.Types.SelectMany(t => t.Uses).CountBy(u => u, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var mention in mentions.Where(m => m.Found.Count > 0 && !(m.IsKept && m.Kind is MentionKind.Table or MentionKind.Column)))
        {
            Add(evidence, mention, index, tables, users);
        }

        return evidence;
    }

    private static void Add(Evidence evidence, Mention mention, CodebaseIndex index, IReadOnlyList<TableFact> tables, Dictionary<string, int> users)
    {
        // Several homes of one name share what it is worth.
        var share = 1.0 / Math.Sqrt(mention.Found.Count);
        switch (mention.Kind)
        {
            case MentionKind.File:
                Each(mention, f => evidence.Add(f, mention.Found.Count > 1 ? share / 2 * Loose : 1, $"the ticket names {mention.Text}"));
                break;
            case MentionKind.Type:
                // What half the code base uses is named for orientation more often than to be changed.
                var common = Math.Sqrt(1 + Math.Log2(1 + users.GetValueOrDefault(mention.Text)));
                Each(mention, f => evidence.Add(f, share / common, $"declares {mention.Text}, which the ticket names"));
                break;
            case MentionKind.Member:
                Each(mention, f => evidence.Add(f, Loose * 0.8 / mention.Found.Count, $"has {mention.Text}, which the ticket names"));
                break;
            case MentionKind.Endpoint:
                foreach (var endpoint in index.Endpoints.Where(e => mention.Found.Contains($"{e.Method} {e.Route}", StringComparer.Ordinal)))
                {
                    evidence.Add(endpoint.File, 0.95 * share, $"maps {endpoint.Method} {endpoint.Route}, which the ticket names");
                }

                break;
            case MentionKind.Table or MentionKind.Column:
                foreach (var found in mention.Found)
                {
                    AddTable(evidence, mention, found, index, tables);
                }

                break;
            case MentionKind.Unknown:
            default:
                break;
        }
    }

    private static void AddTable(Evidence evidence, Mention mention, string found, CodebaseIndex index, IReadOnlyList<TableFact> tables)
    {
        var isColumn = mention.Kind == MentionKind.Column;
        var name = isColumn ? found[..found.LastIndexOf('.')] : found;
        var table = tables.FirstOrDefault(t => t.FullName == name);
        if (table?.File is { } file)
        {
            evidence.Add(file, Loose * (isColumn ? 0.4 : 0.55), $"creates the table {name}, which the ticket names");
        }

        var bare = (isColumn ? found[(found.LastIndexOf('.') + 1)..] : table?.Name ?? name).ToLowerInvariant();
        var holders = index.Documents.Where(d => d.Path != table?.File && d.Terms.ContainsKey(bare)).ToList();
        var strength = Loose * 0.5 / Math.Max(1, Math.Log2(1 + holders.Count));
        foreach (var document in holders.Take(MostHolders))
        {
            evidence.Add(document.Path, strength, $"mentions the {(isColumn ? "column" : "table")} {bare}, which the ticket names");
        }
    }

    private static void Each(Mention mention, Action<string> add)
    {
        foreach (var found in mention.Found)
        {
            var colon = found.LastIndexOf(':');
            add(colon > 0 ? found[..colon] : found);
        }
    }
}
