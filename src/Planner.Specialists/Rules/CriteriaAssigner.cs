using Planner.Core.Specialists;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Assigning;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules;

/// <summary>Assigns criteria by what they name: tables, jobs, endpoints, pages and types.</summary>
public sealed class CriteriaAssigner : ICriteriaAssigner
{
    /// <inheritdoc />
    public CriteriaAssignment Assign(AssignmentInputs inputs)
    {
        var facts = TicketFacts.Of(inputs);
        var rules = new OwnerRules(facts, new TargetTypes(facts));
        var members = inputs.Panel.ToHashSet(StringComparer.Ordinal);
        var applying = rules.All().Where(a => a.Applies && members.Contains(a.Name)).Select(a => a.Name).ToList();
        var owned = applying.Count == 0 ? [] : Owned(rules, facts.Criteria, applying);
        var assignment = new CriteriaAssignment(
            applying,
            inputs.Panel.ToDictionary(n => n, n => (IReadOnlyList<string>)owned.GetValueOrDefault(n, []), StringComparer.Ordinal));
        return OutboxWork.Added(Repairs.Added(assignment, inputs), inputs);
    }

    private static Dictionary<string, List<string>> Owned(OwnerRules rules, IReadOnlyList<AcceptanceCriterion> criteria, List<string> applying)
    {
        var owned = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var criterion in criteria.OrderBy(rules.OnlyKeeps))
        {
            foreach (var name in rules.OnlyKeeps(criterion) && Busiest(owned) is { } busiest ? [busiest] : rules.Owners(criterion, applying))
            {
                (owned.TryGetValue(name, out var list) ? list : owned[name] = []).Add(criterion.Id);
            }
        }

        var order = criteria.Index().ToDictionary(c => c.Item.Id, c => c.Index, StringComparer.Ordinal);
        owned.Values.ToList().ForEach(ids => ids.Sort((a, b) => order[a].CompareTo(order[b])));
        return owned;
    }

    /// <summary>That something goes on as it is, is shown by whoever changes most.</summary>
    private static string? Busiest(Dictionary<string, List<string>> owned) =>
        owned.OrderByDescending(p => p.Value.Count).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key).FirstOrDefault();
}
