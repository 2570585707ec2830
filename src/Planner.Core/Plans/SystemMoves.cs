using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>Another system takes over what one does today.</summary>
/// <param name="From">The type that speaks with it today.</param>
/// <param name="To">What the ticket wants instead.</param>
/// <param name="Contract">The interface behind which callers would not notice, or null where they hold the type itself.</param>
/// <param name="Callers">Types that use it.</param>
/// <param name="Tasks">Tasks that change it.</param>
internal sealed record SystemMove(string From, string To, string? Contract, IReadOnlyList<string> Callers, IReadOnlyList<string> Tasks);

/// <summary>Switches that the ticket states: "replace `A` by `B`", "move from `A` to `B`". The first name must be a type of the code base.</summary>
internal static partial class SystemMoves
{
    public static IReadOnlyList<SystemMove> Of(Plan plan) =>
        [.. Switch().Matches(string.Join('\n', plan.Criteria.Items.Select(c => c.Text).Prepend(plan.Ticket.Description).Prepend(plan.Ticket.Summary)))
            .Select(m => Move(plan, m.Groups["from"].Value, m.Groups["to"].Value)).OfType<SystemMove>().DistinctBy(m => (m.From, m.To))];

    private static SystemMove? Move(Plan plan, string from, string to)
    {
        var type = plan.Grounding.Types.FirstOrDefault(t => t.Name == from);
        if (type is null || from == to)
        {
            return null;
        }

        var contract = type.Kind == "interface" ? type.Name : type.Bases.FirstOrDefault(b => b.Length > 1 && b[0] == 'I' && char.IsUpper(b[1]));
        var names = new[] { from, contract }.OfType<string>().ToList();
        var callers = plan.Grounding.Types.Where(t => t.Name != from && t.Name != contract && t.Uses.Any(names.Contains))
            .Select(t => t.Name)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return new(from, to, contract, [.. callers], [.. plan.Tasks.Where(t => !t.Contingent && Touches(t, type)).Select(t => t.Id)]);
    }

    private static bool Touches(PlanTask task, TypeFact type) =>
        task.Files.Any(f => f.Path == type.File) || task.Title.Contains($"`{type.Name}`", StringComparison.Ordinal);

    [GeneratedRegex(
        @"\b(replace|replaces|replaced|replacing|switch|switches|migrate|migrates|move|moves|swap)\b[^.\n`]{0,40}`(?<from>\w+)`[^.\n`]{0,60}\b(to|by|with"
            + @"|for)\b[^.\n`]{0,30}`(?<to>\w+)`",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Switch();
}
