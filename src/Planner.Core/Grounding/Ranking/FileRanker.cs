using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.Ranking;

/// <summary>
/// Ranks files by how likely a ticket changes them: what it names first, then shared words and paths, then what hangs together
/// with the likeliest of these, and what lies in the same folder.
/// </summary>
internal sealed class FileRanker
{
    public const int Most = 100;

    private const double Least = 0.05;
    private const double Convincing = 0.25;
    private const int MostWords = 4;

    private readonly string[] files;
    private readonly Evidence named;
    private readonly Evidence spoken;
    private readonly Bm25 words;
    private readonly double[] shared;
    private readonly double[] paths;
    private readonly Neighbours neighbours;
    private readonly LikelyFolders folders;
    private readonly PastChanges past;
    private readonly DeclaredNames declared;

    public FileRanker(CodebaseIndex index, IReadOnlyList<(string Word, double Weight)> query, Evidence named, Evidence spoken)
    {
        this.named = named;
        this.spoken = spoken;
        files = [.. index.Documents.Select(d => d.Path)];
        words = new Bm25(index.Documents, query);
        shared = words.Scores();
        paths = PathMatch.Scores(index.Documents, query, words);
        neighbours = new Neighbours(index);
        folders = new LikelyFolders(files);
        past = new PastChanges(index.History, query);
        declared = new DeclaredNames(index.Types);
    }

    public FileRanking Rank(RankingWeights weights)
    {
        var kinds = files.Select(f => FileKind.Weight(f, weights)).ToArray();
        var first = files.Select((f, i) => kinds[i] * ((weights.Name * named.Of(f)) + (weights.Spoken * spoken.Of(f)) + ByWords(i, weights))).ToArray();
        var (all, beside, before) = (first, new double[files.Length], new double[files.Length]);
        var (evidence, changes) = (new Evidence(), new Evidence());
        for (var round = 0; round < weights.Rounds; round++)
        {
            var seeds = Seeds(all, weights.Seeds).Select(s => (files[s.Document], s.Strength)).ToList();
            evidence = neighbours.Of(seeds, weights);
            beside = Normal([.. files.Select(evidence.Weight)]);
            beside = [.. beside.Select((b, i) => b * (1 - weights.NeighbourWords + (weights.NeighbourWords * shared[i])))];
            changes = past.Of(seeds, weights);
            before = Normal([.. files.Select(changes.Weight)]);
            all = [.. first.Select((s, i) => s
                + (kinds[i] * ((weights.Neighbour * beside[i]) + (weights.Past * before[i]) + (weights.PastBusy * past.Busy(files[i])))))];
        }

        all = Normal(Placed(all, weights));
        var order = Order(all).ToList();
        return new FileRanking(
            [.. order.TakeWhile(i => all[i] >= Least).Take(Most)
                .Select(i => new RankedFile(files[i], Math.Round(all[i], 2), Why(i, evidence, beside[i])))],
            Paths(order, all),
            Paths(Order(shared), shared),
            past,
            neighbours);
    }

    private double ByWords(int file, RankingWeights weights) => (weights.Word * shared[file]) + (weights.Path * paths[file]);

    private double[] Placed(double[] scores, RankingWeights weights)
    {
        var likely = folders.Of(Seeds(scores, weights.FolderSeeds));
        return [.. scores.Select((s, i) => s * (1 + (weights.Folder * likely[i])))];
    }

    private List<(int Document, double Strength)> Seeds(double[] scores, int most)
    {
        var order = Order(scores).Take(most).Where(i => scores[i] > 0).ToList();
        return [.. order.Select(i => (i, scores[i] / scores[order[0]]))];
    }

    /// <summary>A name convinces most; else what is stronger, the words or what it hangs together with.</summary>
    private string Why(int file, Evidence beside, double besideScore)
    {
        var byName = named.Of(files[file]);
        if (byName >= Convincing && named.Why(files[file]) is { } reason)
        {
            return reason;
        }

        if (spoken.Of(files[file]) > shared[file] && spoken.Why(files[file]) is { } said)
        {
            return said;
        }

        return besideScore >= shared[file] && beside.Why(files[file]) is { } place ? place : Words(Shared(file));
    }

    /// <summary>Without words that are two others written as one.</summary>
    private (IReadOnlyList<string> Words, IReadOnlyList<string> Names) Shared(int file)
    {
        var told = words.Shared(file, MostWords);
        IReadOnlyList<string> apart = [.. told.Where(w => !told.Any(a => told.Any(b => a + b == w)))];
        return (apart, declared.Saying(files[file], apart));
    }

    private IReadOnlyList<string> Paths(IEnumerable<int> order, double[] scores) =>
        [.. order.TakeWhile(i => scores[i] > 0).Take(FileRanking.Widest).Select(i => files[i])];

    private IEnumerable<int> Order(double[] scores) =>
        Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => files[i], StringComparer.Ordinal);

    private static double[] Normal(double[] scores)
    {
        var best = scores.DefaultIfEmpty(0).Max();
        return best <= 0 ? scores : [.. scores.Select(s => s / best)];
    }

    private static string Words((IReadOnlyList<string> Words, IReadOnlyList<string> Names) told) => (told.Words.Count, told.Names.Count) switch
    {
        (0, _) => "its path shares words with the ticket",
        (_, > 0) => $"declares {string.Join(", ", told.Names.Select(n => $"`{n}`"))}: {string.Join(", ", told.Words)}",
        (1, _) => $"shares the word {told.Words[0]} with the ticket",
        _ => $"shares the words {string.Join(", ", told.Words)} with the ticket",
    };
}
