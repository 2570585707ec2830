using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Ranking;

/// <summary>
/// What the past tells of files: changed by commits whose subjects speak of what the ticket speaks of, changed together with
/// likely files, changed often.
/// </summary>
internal sealed class PastChanges
{
    /// <summary>A sweep over the whole code base says nothing about what belongs together.</summary>
    private const int LargestCommit = 30;

    private const int MostAlike = 25;

    private readonly List<CommitFact> commits;
    private readonly ILookup<string, int> byFile;
    private readonly IReadOnlyList<(CommitFact Commit, double Likeness)> alike;

    public PastChanges(HistoryFacts history, IReadOnlyList<(string Word, double Weight)> query)
    {
        commits = [.. history.Commits.Where(c => c.Files.Count is > 0 and <= LargestCommit)];
        byFile = commits.SelectMany((c, at) => c.Files.Select(f => (f, at))).ToLookup(p => p.f, p => p.at, StringComparer.Ordinal);
        alike = Alike(query);
    }

    public bool IsKnown => commits.Count > 0;

    /// <summary>Earlier commits about the same things, the likest first; 1 is the likest.</summary>
    public IReadOnlyList<(CommitFact Commit, double Likeness)> Likest => alike;

    /// <param name="seeds">Likely files with their strength, 0 to 1.</param>
    /// <param name="weights">How much each way counts.</param>
    public Evidence Of(IReadOnlyList<(string File, double Strength)> seeds, RankingWeights weights)
    {
        var evidence = new Evidence(weights.FurtherReasons);
        foreach (var (commit, likeness) in alike)
        {
            foreach (var file in commit.Files)
            {
                evidence.Add(file, weights.PastAlike * likeness / Math.Sqrt(commit.Files.Count), $"was changed by the like commit {commit.ShortSha}");
            }
        }

        foreach (var (seed, strength) in seeds)
        {
            AddTogether(evidence, seed, weights.PastTogether * strength);
        }

        return evidence;
    }

    /// <summary>How often it changed, from 0 to 1, in steps that grow ever smaller.</summary>
    public double Busy(string file) => byFile.Contains(file) ? Math.Min(1, Math.Log2(1 + byFile[file].Count()) / BusiestSteps) : 0;

    /// <summary>Files by how often they changed, the busiest first.</summary>
    public IEnumerable<(string File, int Changes)> ByChanges => byFile
        .Select(f => (File: f.Key, Changes: f.Count()))
        .OrderByDescending(f => f.Changes)
        .ThenBy(f => f.File, StringComparer.Ordinal);

    /// <summary>How many commits changed a file, and how often others changed in these.</summary>
    public (int Commits, IEnumerable<KeyValuePair<string, int>> Together) Together(string file)
    {
        var own = byFile[file].ToList();
        return (own.Count, own.SelectMany(at => commits[at].Files).Where(f => f != file).CountBy(f => f, StringComparer.Ordinal));
    }

    private const double BusiestSteps = 7;

    private void AddTogether(Evidence evidence, string seed, double strength)
    {
        var (own, together) = Together(seed);
        var name = PathParts.Name(seed);
        foreach (var (file, times) in together.Where(p => p.Value > 1))
        {
            // Few common changes may be chance: two of two say less than twenty of thirty.
            evidence.Add(file, strength * times / (own + 3), $"changed together with {name} in {times} of its {own} commits");
        }
    }

    private IReadOnlyList<(CommitFact Commit, double Likeness)> Alike(IReadOnlyList<(string Word, double Weight)> query)
    {
        var subjects = commits.Select(c => new DocumentFact(c.Sha, c.Subject.Length, "", Subject(c.Subject))).ToList();
        var scores = new Bm25(subjects, query).Scores();
        return [.. scores.Select((s, at) => (Score: s, At: at)).Where(s => s.Score > 0)
            .OrderByDescending(s => s.Score).ThenBy(s => s.At).Take(MostAlike)
            .Select(s => (commits[s.At], s.Score))];
    }

    private static TermDictionary Subject(string subject) => new TermCounter(new(StringComparer.Ordinal), int.MaxValue).Count(subject);
}
