using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Ranking;

/// <summary>Scores paths by the ticket's words in them; a file's name counts more than its folders.</summary>
internal static class PathMatch
{
    private const double InFolder = 0.4;

    public static double[] Scores(IReadOnlyList<DocumentFact> documents, IReadOnlyList<(string Word, double Weight)> query, Bm25 words)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var q = 0; q < query.Count; q++)
        {
            places[query[q].Word] = q;
        }

        var weights = query.Select((q, i) => q.Weight * words.RarityOf(i)).ToArray();
        var scores = documents.Select(d => Score(d.Path, places, weights)).ToArray();
        var best = scores.DefaultIfEmpty(0).Max();
        return best <= 0 ? scores : [.. scores.Select(s => s / best)];
    }

    private static double Score(string path, Dictionary<string, int> places, double[] weights)
    {
        var (folder, own) = (PathParts.Folder(path), PathParts.Name(path));
        var name = Words(own).ToList();
        var score = name.Where(places.ContainsKey).Sum(w => weights[places[w]]) / Math.Sqrt(Math.Max(1, name.Count));
        return score + (folder.Length == 0 ? 0 : InFolder * Words(folder).Where(places.ContainsKey).Sum(w => weights[places[w]]));
    }

    private static IEnumerable<string> Words(string text) =>
        IdentifierWords.Of(text).Select(Nouns.Singular).Distinct(StringComparer.Ordinal);
}
