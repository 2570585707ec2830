using Planner.Core.Tickets;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>Cuts the criteria of one place into parts that can be built, reviewed and finished by themselves.</summary>
internal static class TaskSplitter
{
    /// <summary>So many criteria are one piece of work.</summary>
    private const int Most = 5;

    /// <summary>Parts of nearly the same length, in the order of the criteria.</summary>
    public static IEnumerable<IReadOnlyList<AcceptanceCriterion>> Of(IReadOnlyList<AcceptanceCriterion> criteria)
    {
        var parts = (criteria.Count + Most - 1) / Most;
        return criteria.Chunk(Math.Max(1, (criteria.Count + parts - 1) / Math.Max(1, parts)));
    }
}
