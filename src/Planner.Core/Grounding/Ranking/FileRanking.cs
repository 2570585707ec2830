using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.Ranking;

/// <summary>Files by how likely a ticket changes them, and what else the ranking found out on its way.</summary>
/// <param name="Files">The likeliest, with scores and reasons.</param>
/// <param name="Order">The same order, further down and without reasons.</param>
/// <param name="ByWords">Files by the words that they share with the ticket alone.</param>
/// <param name="Past">What the past tells of files.</param>
/// <param name="Neighbours">How code hangs together.</param>
internal sealed record FileRanking(
    IReadOnlyList<RankedFile> Files, IReadOnlyList<string> Order, IReadOnlyList<string> ByWords, PastChanges Past, Neighbours Neighbours)
{
    /// <summary>Files below this place are hardly better than chance.</summary>
    public const int Widest = 1000;
}
