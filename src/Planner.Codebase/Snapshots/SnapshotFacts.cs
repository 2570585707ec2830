using System.Text.Json;
using Planner.Core.Text;

namespace Planner.Codebase.Snapshots;

/// <summary>What a snapshot says of itself.</summary>
internal sealed record SnapshotFacts
{
    /// <summary>The form that this code writes and reads.</summary>
    public const int CurrentFormat = 1;

    private const int LongestSentence = 500;
    private const int MostSentences = 50;

    /// <summary>The form of the archive.</summary>
    public required int Format { get; init; }

    /// <summary>The commit that was checked out; null where there was none.</summary>
    public string? Commit { get; init; }

    /// <summary>Files with their content.</summary>
    public required int Files { get; init; }

    /// <summary>Their bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Commits of the history.</summary>
    public required int Commits { get; init; }

    /// <summary>Files that are known by path and size only, in the order of their paths.</summary>
    public IReadOnlyList<PathOnly> WithoutContent { get; init; } = [];

    /// <summary>What could not be packed, as sentences.</summary>
    public IReadOnlyList<string> Limitations { get; init; } = [];

    /// <summary>As it stands in the archive.</summary>
    public string Text() => PlanJson.Artifact(this);

    /// <summary>What a snapshot wrote of itself; null where it is not in this form.</summary>
    public static SnapshotFacts? Read(string text)
    {
        try
        {
            return PlanJson.Read<SnapshotFacts>(text) is { Format: CurrentFormat } facts && facts.IsSound() ? facts : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsSound() =>
        (Commit is null || (Commit.Length is 40 or 64 && Commit.All(char.IsAsciiHexDigitLower)))
        && WithoutContent.All(f => f.Bytes >= 0 && EntryPath.Fault(f.Path) is null)
        && Limitations.Count <= MostSentences && Limitations.All(l => l.Length <= LongestSentence && !l.Any(char.IsControl));

    /// <summary>Keeps sentences as short and few as a reader takes them.</summary>
    public static IReadOnlyList<string> Bounded(IEnumerable<string> sentences) =>
        [.. sentences.Select(s => s.Length <= LongestSentence ? s : s[..(LongestSentence - 1)] + "…").Take(MostSentences)];
}

/// <summary>A file that is known by path and size only.</summary>
internal sealed record PathOnly(string Path, long Bytes);
