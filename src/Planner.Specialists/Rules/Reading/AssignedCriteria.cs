using Planner.Core.Specialists;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;

namespace Planner.Specialists.Rules.Reading;

/// <summary>The criteria of each specialist as the round's assignment says, with their words.</summary>
internal sealed class AssignedCriteria(CriteriaAssignment assignment, IReadOnlyList<AcceptanceCriterion> criteria)
{
    /// <summary>Specialists with something to do, in the panel's order.</summary>
    public IReadOnlyList<string> Applying => assignment.Applying;

    /// <summary>The criteria of a specialist, in the assignment's order.</summary>
    public IReadOnlyList<AcceptanceCriterion> For(string specialist) =>
        [.. assignment.Of(specialist).Select(id => criteria.FirstOrDefault(c => c.Id == id)).OfType<AcceptanceCriterion>()];

    /// <summary>Criteria whose text names any of the given, among those of a specialist.</summary>
    public IReadOnlyList<string> Naming(string specialist, params IReadOnlyList<string> names) =>
        [.. For(specialist).Where(c => Words.Any(c.Text, names)).Select(c => c.Id)];

    /// <summary>Those that fit the words best among a specialist's criteria, or all of the ticket's where it has none.</summary>
    public IReadOnlyList<string> About(string specialist, string words)
    {
        var pool = For(specialist) is { Count: > 0 } own ? own : criteria;
        var best = pool.Select(c => (c.Id, Score: Words.Overlap(words, c.Text))).Where(c => c.Score > 0).ToList();
        return best.Count > 0 ? [.. best.Select(b => b.Id)] : [.. pool.Take(1).Select(c => c.Id)];
    }
}
