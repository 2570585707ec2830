using System.Globalization;
using Planner.Core.Tickets;

namespace Planner.Core.Planning.Replanning;

/// <summary>Gives criteria the ids that they had in the plan before, since people speak of them by these.</summary>
internal static class CriterionIds
{
    /// <summary>
    /// The ticket's criteria and then what people added. Where the ticket has no numbers of its own, a criterion keeps the id of the one
    /// that had its words; one in other words keeps its place's id where that is free; others get ids above all that were given.
    /// </summary>
    public static List<AcceptanceCriterion> Kept(
        IReadOnlyList<AcceptanceCriterion> fresh, IReadOnlyList<AcceptanceCriterion> added, IReadOnlyList<AcceptanceCriterion> before, bool isNumbered)
    {
        var taken = new HashSet<string>(isNumbered ? fresh.Select(c => c.Id) : [], StringComparer.Ordinal);
        var own = isNumbered ? [.. fresh] : fresh.Select(c => c with { Id = Known(c, before, taken) ?? "" }).ToList();
        var extra = added.Select(c => c with { Id = Known(c, before, taken) ?? "" }).ToList();
        for (var at = 0; at < own.Count; at++)
        {
            own[at] = own[at].Id.Length > 0 ? own[at] : own[at] with { Id = taken.Add(fresh[at].Id) ? fresh[at].Id : Next(before, taken) };
        }

        return [.. own, .. extra.Select(c => c.Id.Length > 0 ? c : c with { Id = Next(before, taken) })];
    }

    private static string Next(IReadOnlyList<AcceptanceCriterion> before, HashSet<string> taken)
    {
        var id = Id(before.Select(c => c.Id).Concat(taken).Select(Number).DefaultIfEmpty(0).Max() + 1);
        taken.Add(id);
        return id;
    }

    private static string? Known(AcceptanceCriterion criterion, IReadOnlyList<AcceptanceCriterion> before, HashSet<string> taken) =>
        before.FirstOrDefault(b => b.Text == criterion.Text && b.Source == criterion.Source && !taken.Contains(b.Id)) is { } known && taken.Add(known.Id)
            ? known.Id
            : null;

    private static string Id(int number) => "AC" + number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string id) => int.TryParse(id.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
