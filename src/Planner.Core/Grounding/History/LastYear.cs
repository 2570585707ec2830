using System.Globalization;
using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.History;

/// <summary>
/// Who changed what in the year before the newest commit that was read. Not the clock's year: the same commit then gives the
/// same answer on any day, and a code base at rest still has its keepers.
/// </summary>
internal sealed class LastYear
{
    /// <summary>Once is chance: a sweep, a rename, a typo.</summary>
    private const int LeastKept = 2;

    /// <summary>In a year; less than about once a month collides with nobody.</summary>
    private const int LeastHot = 10;

    /// <summary>Of the files that changed at all in the year, one in twenty is hot.</summary>
    private const double HotShare = 0.95;

    private readonly ILookup<string, CommitFact> byFile;
    private readonly List<int> counts;

    /// <param name="commits">Without sweeps over the whole code base.</param>
    /// <param name="today">Files that are there.</param>
    public LastYear(IReadOnlyList<CommitFact> commits, IReadOnlySet<string> today)
    {
        Until = commits.Select(c => c.Date).Max(StringComparer.Ordinal) ?? "";
        var from = Before(Until);
        byFile = commits.Where(c => StringComparer.Ordinal.Compare(c.Date, from) >= 0)
            .SelectMany(c => c.Files.Where(today.Contains).Select(f => (f, c)))
            .ToLookup(p => p.f, p => p.c, StringComparer.Ordinal);
        counts = [.. byFile.Select(f => f.Count()).Order()];
    }

    /// <summary>The day of the newest commit; empty where there is none.</summary>
    public string Until { get; }

    /// <summary>Who changed the file most; null where nobody changed it twice. Of equals the last to change it, then the name.</summary>
    public FileKeeper? Keeper(string path)
    {
        var most = byFile[path].Where(c => IsPerson(c.Author)).GroupBy(c => Authors.Same(c.Author), StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Max(c => c.Date), StringComparer.Ordinal).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return most?.Count() >= LeastKept ? new FileKeeper(path, Authors.Name(most.Select(c => c.Author)), most.Count(), byFile[path].Count()) : null;
    }

    /// <summary>The file with its changes where they are far more than those of the rest, else null.</summary>
    public HotFile? Hot(string path)
    {
        var changes = byFile[path].Count();
        return changes >= LeastHot && changes >= counts[(int)((counts.Count - 1) * HotShare)] && changes > Typical ? new HotFile(path, changes, Typical) : null;
    }

    private int Typical => counts.Count == 0 ? 0 : counts[(counts.Count - 1) / 2];

    private static bool IsPerson(string author) => author.Length > 0
        && !author.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase) && !author.EndsWith("-bot", StringComparison.OrdinalIgnoreCase)
        && !author.Equals("dependabot", StringComparison.OrdinalIgnoreCase) && !author.StartsWith("renovate", StringComparison.OrdinalIgnoreCase)
        && !author.Equals("weblate", StringComparison.OrdinalIgnoreCase) && !author.StartsWith("github-actions", StringComparison.OrdinalIgnoreCase);

    private static string Before(string day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
        ? parsed.AddYears(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : "";
}
