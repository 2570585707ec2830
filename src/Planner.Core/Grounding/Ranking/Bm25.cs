namespace Planner.Core.Grounding.Ranking;

/// <summary>Scores documents by the words of a query (Okapi BM25), and says which words they share.</summary>
internal sealed class Bm25
{
    private const double K = 1.2;
    private const double B = 0.75;

    private readonly IReadOnlyList<DocumentFact> documents;
    private readonly IReadOnlyList<(string Word, double Weight)> query;
    private readonly byte[][] counts;
    private readonly double[] rarity;

    public Bm25(IReadOnlyList<DocumentFact> documents, IReadOnlyList<(string Word, double Weight)> query)
    {
        this.documents = documents;
        this.query = query;
        counts = [.. documents.Select(d => Counts(d, query))];
        rarity = [.. query.Select((_, q) => Rarity(counts.Count(c => c.Length > 0 && c[q] > 0), documents.Count))];
    }

    /// <summary>How rare a word of the query is, 0 where no document has it.</summary>
    public double RarityOf(int word) => rarity[word];

    /// <summary>Scores from 0 to 1, the best one 1.</summary>
    public double[] Scores()
    {
        var lengths = documents.Select(d => (double)d.Terms.Values.Sum()).ToArray();
        var average = Math.Max(1, lengths.DefaultIfEmpty(1).Average());
        var scores = counts.Select((c, i) => Score(c, lengths[i] / average)).ToArray();
        var best = scores.DefaultIfEmpty(0).Max();
        return best <= 0 ? scores : [.. scores.Select(s => s / best)];
    }

    /// <summary>The words that speak most for a document.</summary>
    public IReadOnlyList<string> Shared(int document, int most) =>
        [.. Enumerable.Range(0, counts[document].Length)
            .Where(q => counts[document][q] > 0)
            .OrderByDescending(q => rarity[q] * query[q].Weight)
            .ThenBy(q => query[q].Word, StringComparer.Ordinal)
            .Take(most)
            .Select(q => query[q].Word)];

    private double Score(byte[] found, double length)
    {
        var score = 0.0;
        for (var q = 0; q < found.Length; q++)
        {
            if (found[q] > 0)
            {
                score += rarity[q] * query[q].Weight * found[q] * (K + 1) / (found[q] + (K * (1 - B + (B * length))));
            }
        }

        return score;
    }

    private static byte[] Counts(DocumentFact document, IReadOnlyList<(string Word, double Weight)> query)
    {
        if (document.Terms.Count == 0)
        {
            return [];
        }

        var found = new byte[query.Count];
        for (var q = 0; q < query.Count; q++)
        {
            document.Terms.TryGetValue(query[q].Word, out var one);
            document.Terms.TryGetValue(query[q].Word + "s", out var many);
            found[q] = (byte)Math.Min(byte.MaxValue, one + many);
        }

        return found;
    }

    private static double Rarity(int holders, int all) => holders == 0 ? 0 : Math.Log(1 + ((all - holders + 0.5) / (holders + 0.5)));
}
