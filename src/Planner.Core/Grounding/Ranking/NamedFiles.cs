namespace Planner.Core.Grounding.Ranking;

/// <summary>Finds the files that hold what a ticket names.</summary>
internal static class NamedFiles
{
    private const int MostHolders = 60;

    public static Evidence Of(IReadOnlyList<Mention> mentions, CodebaseIndex index, IReadOnlyList<TableFact> tables)
    {
        var evidence = new Evidence();
        foreach (var mention in mentions.Where(m => m.Found.Count > 0 && !(m.IsKept && m.Kind is MentionKind.Table or MentionKind.Column)))
        {
            Add(evidence, mention, index, tables);
        }

        return evidence;
    }

    private static void Add(Evidence evidence, Mention mention, CodebaseIndex index, IReadOnlyList<TableFact> tables)
    {
        // Several homes of one name share what it is worth.
        var share = 1.0 / Math.Sqrt(mention.Found.Count);
        switch (mention.Kind)
        {
            case MentionKind.File:
                Each(mention, f => evidence.Add(f, mention.Found.Count > 1 ? share / 2 : 1, $"the ticket names {mention.Text}"));
                break;
            case MentionKind.Type:
                Each(mention, f => evidence.Add(f, share, $"declares {mention.Text}, which the ticket names"));
                break;
            case MentionKind.Member:
                Each(mention, f => evidence.Add(f, 0.8 / mention.Found.Count, $"has {mention.Text}, which the ticket names"));
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
            evidence.Add(file, isColumn ? 0.4 : 0.55, $"creates the table {name}, which the ticket names");
        }

        var bare = (isColumn ? found[(found.LastIndexOf('.') + 1)..] : table?.Name ?? name).ToLowerInvariant();
        var holders = index.Documents.Where(d => d.Path != table?.File && d.Terms.ContainsKey(bare)).ToList();
        var strength = 0.5 / Math.Max(1, Math.Log2(1 + holders.Count));
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
