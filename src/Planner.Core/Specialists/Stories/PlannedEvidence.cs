using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;

namespace Planner.Core.Specialists.Stories;

/// <summary>A story may build on what stories before it make. That is said, and is no evidence: nobody can look at it yet.</summary>
internal static partial class PlannedEvidence
{
    /// <param name="opinion">On the story.</param>
    /// <param name="today">What is there.</param>
    /// <param name="then">What will be there when the story begins.</param>
    public static Opinion Told(Opinion opinion, Inventory today, Inventory then)
    {
        var coming = Names(then).Except(Names(today), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var held = opinion.Evidence.Where(e => !coming.Contains(Around().Replace(e, ""))).ToList();
        return held.Count == opinion.Evidence.Count
            ? opinion
            : opinion with { Evidence = held, Rationale = $"{opinion.Rationale} Stories before it make part of what it rests on." };
    }

    private static IEnumerable<string> Names(Inventory inventory) => inventory.Paths.Concat(inventory.Tables).Concat(inventory.Endpoints);

    /// <summary>The kind in front of a name and the line behind it.</summary>
    [GeneratedRegex("\\A(table|endpoint) |:[0-9]+\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Around();
}
