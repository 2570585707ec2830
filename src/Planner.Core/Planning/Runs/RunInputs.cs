using Planner.Core.Plans;
using Planner.Core.Text;
using Planner.Core.Tickets;

namespace Planner.Core.Planning.Runs;

/// <summary>Hashes of what went into a plan, for its manifest.</summary>
internal static class RunInputs
{
    public static IReadOnlyDictionary<string, string> Of(Plan plan)
    {
        var inputs = Of(plan.Ticket, plan.Criteria);
        inputs["schema"] = TextHash.Of(PlanJson.Content(plan.Grounding.Inventory.Columns));
        inputs["grounding"] = TextHash.Of(PlanJson.Content(plan.Grounding));
        if (plan.Grounding.Commit is { } commit)
        {
            inputs["commit"] = commit;
        }

        return inputs;
    }

    public static SortedDictionary<string, string> Of(Ticket ticket, FrozenCriteria criteria) => new(StringComparer.Ordinal)
    {
        ["ticket"] = TextHash.Of(PlanJson.Content(ticket)),
        ["criteria"] = criteria.Hash,
    };
}
