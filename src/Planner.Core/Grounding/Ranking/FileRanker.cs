namespace Planner.Core.Grounding.Ranking;

/// <summary>
/// Ranks files by how likely a ticket changes them: what it names first, then shared words and paths, then what hangs together
/// with the likeliest of these.
/// </summary>
internal static class FileRanker
{
    public const int Most = 100;

    private const double NameShare = 1.0;
    private const double WordShare = 0.5;
    private const double PathShare = 0.25;
    private const double NeighbourShare = 0.6;
    private const int Seeds = 20;
    private const double Least = 0.05;

    public static IReadOnlyList<RankedFile> Rank(CodebaseIndex index, IReadOnlyList<(string Word, double Weight)> query, Evidence named)
    {
        var documents = index.Documents;
        var words = new Bm25(documents, query);
        var shared = words.Scores();
        var paths = PathMatch.Scores(documents, query, words);
        var first = documents
            .Select((d, i) => FileKind.Weight(d.Path) * ((NameShare * named.Of(d.Path)) + (WordShare * shared[i]) + (PathShare * paths[i])))
            .ToArray();
        var top = Math.Max(first.DefaultIfEmpty(0).Max(), double.Epsilon);
        var seeds = Order(first, documents).Take(Seeds).Select(i => (documents[i].Path, first[i] / top)).Where(s => s.Item2 > 0).ToList();
        var beside = new Neighbours(index).Of(seeds);
        var all = first.Select((s, i) => s + (NeighbourShare * FileKind.Weight(documents[i].Path) * beside.Of(documents[i].Path))).ToArray();
        var best = Math.Max(all.DefaultIfEmpty(0).Max(), double.Epsilon);
        return [.. Order(all, documents)
            .TakeWhile(i => all[i] / best >= Least)
            .Take(Most)
            .Select(i => new RankedFile(documents[i].Path, Math.Round(all[i] / best, 2), Why(i)))];

        string Why(int i)
        {
            var path = documents[i].Path;
            var (byName, byPlace) = (NameShare * named.Of(path), NeighbourShare * beside.Of(path));
            var byWords = (WordShare * shared[i]) + (PathShare * paths[i]);
            if (byName >= byPlace && byName >= byWords && named.Why(path) is { } reason)
            {
                return reason;
            }

            return byPlace >= byWords && beside.Why(path) is { } place ? place : Words(words.Shared(i, 4));
        }
    }

    private static IEnumerable<int> Order(double[] scores, IReadOnlyList<DocumentFact> documents) =>
        Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => documents[i].Path, StringComparer.Ordinal);

    private static string Words(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "its path shares words with the ticket",
        1 => $"shares the word {words[0]} with the ticket",
        _ => $"shares the words {string.Join(", ", words)} with the ticket",
    };
}
