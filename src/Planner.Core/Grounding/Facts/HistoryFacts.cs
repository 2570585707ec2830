using System.Text.Json.Serialization;

namespace Planner.Core.Grounding.Facts;

/// <summary>What the code base's repository tells of the past, the newest commit first; merges are left out.</summary>
public sealed record HistoryFacts(IReadOnlyList<CommitFact> Commits)
{
    /// <summary>Nothing is known.</summary>
    public static HistoryFacts None { get; } = new([]);
}

/// <summary>A commit.</summary>
/// <param name="Sha">Its full hash.</param>
/// <param name="Date">The day it was committed, like <c>2026-11-21</c>.</param>
/// <param name="Author">A name; addresses are never read.</param>
/// <param name="Subject">The first line of its message: data, as all that people wrote.</param>
/// <param name="Files">What it changed, from the root of the code base.</param>
public sealed record CommitFact(string Sha, string Date, string Author, string Subject, IReadOnlyList<string> Files)
{
    /// <summary>Nine characters, which tell it apart.</summary>
    [JsonIgnore]
    public string ShortSha => Sha[..Math.Min(9, Sha.Length)];
}
