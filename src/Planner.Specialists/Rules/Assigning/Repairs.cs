using Planner.Core.Specialists;

namespace Planner.Specialists.Rules.Assigning;

/// <summary>A criterion that the review found something about goes to the specialist that shall mend it, too.</summary>
internal static class Repairs
{
    public static CriteriaAssignment Added(CriteriaAssignment assignment, AssignmentInputs inputs)
    {
        var known = inputs.Criteria.Items.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var found = inputs.Findings
            .Where(f => f.Specialist is not null && known.Contains(f.Id))
            .ToLookup(f => f.Specialist!, f => f.Id, StringComparer.Ordinal);
        return assignment with
        {
            Owned = assignment.Owned.ToDictionary(
                p => p.Key,
                p => (IReadOnlyList<string>)[.. p.Value.Union(found[p.Key], StringComparer.Ordinal)],
                StringComparer.Ordinal),
        };
    }
}
