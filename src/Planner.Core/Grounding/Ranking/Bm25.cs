using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Ranking;

/// <summary>Scores documents by the words of a query (Okapi BM25), and says which words they share.</summary>
internal sealed class Bm25
{
    private const double K = 1.2;
    private const double B = 0.75;

    /// <summary>A word in a path counts as often as this in the text.</summary>
    private const int InPath = 3;

    private readonly IReadOnlyList<(string Word, double Weight)> query;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly byte[][] counts;
    private readonly double[] lengths;
    private readonly double[] rarity;

    public Bm25(IReadOnlyList<DocumentFact> documents, IReadOnlyList<(string Word, double Weight)> query)
    {
        this.query = query;
        for (var q = 0; q < query.Count; q++)
        {
            places[query[q].Word] = q;
        }

        for (var q = 0; q < query.Count; q++)
        {
            places.TryAdd(query[q].Word + "s", q);
        }

        counts = [.. documents.Select(Counts)];
        lengths = [.. documents.Select(d => (double)d.Terms.Values.Sum())];
        rarity = [.. query.Select((_, q) => Rarity(counts.Count(c => c.Length > 0 && c[q] > 0), documents.Count))];
    }

    /// <summary>How rare a word of the query is, 0 where no document has it.</summary>
    public double RarityOf(int word) => rarity[word];

    /// <summary>Scores from 0 to 1, the best one 1.</summary>
    public double[] Scores()
    {
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

    private byte[] Counts(DocumentFact document)
    {
        if (document.Terms.Count == 0)
        {
            return [];
        }

        var found = new byte[query.Count];
        foreach (var (term, count) in document.Terms)
        {
            Add(found, term, count);
        }

        foreach (var word in IdentifierWords.Of(document.Path))
        {
            Add(found, word, InPath);
        }

        return found;
    }

    private void Add(byte[] found, string term, int count)
    {
        if (places.TryGetValue(term, out var q))
        {
            found[q] = (byte)Math.Min(byte.MaxValue, found[q] + count);
        }
    }

    private static double Rarity(int holders, int all) => holders == 0 ? 0 : Math.Log(1 + ((all - holders + 0.5) / (holders + 0.5)));
}
