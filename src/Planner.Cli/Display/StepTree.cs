using Planner.Core.Planning.Runs;
using Planner.Durability;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Planner.Cli.Display;

/// <summary>The story so far: stages in order, and under each what is going on and what was done.</summary>
internal sealed class StepTree
{
    private static readonly (string Place, string Title)[] Stages =
    [
        ("1", "Ticket"), ("2", "Grounding"), ("3", "Panel"), (JournalOrder.Spending, "Model"), ("5", "Decisions"), ("6", "Plan"), ("7", "Review"),
        ("8", "Publishing"),
    ];

    private readonly SortedDictionary<string, JournalEntry> steps = new(StringComparer.Ordinal);

    /// <summary>What was done replaces what had begun at the same place; what was spent later, what was spent before.</summary>
    public void Add(JournalEntry entry)
    {
        var place = JournalKinds.Place(entry.Id);
        if (!IsBeginning(entry) || !steps.ContainsKey(place))
        {
            steps[place] = entry;
        }
    }

    public IRenderable Render()
    {
        var tree = new Tree("[bold]Planning[/]") { Guide = TreeGuide.Line };
        foreach (var (place, title) in Stages)
        {
            var entries = steps.Where(s => s.Key.StartsWith(place, StringComparison.Ordinal)).Select(s => s.Value).ToList();
            if (entries.Count == 0 && place == JournalOrder.Spending)
            {
                continue;
            }

            var node = tree.AddNode(entries.Count == 0 ? $"[grey]{title}[/]" : $"{Mark(entries)} {title}");
            foreach (var entry in entries)
            {
                node.AddNode($"{Mark([entry])} {Markup.Escape(Terminal.Clean(entry.Text))}");
            }
        }

        return tree;
    }

    private static string Mark(IReadOnlyList<JournalEntry> entries) =>
        entries.Any(IsBeginning) ? "[yellow]…[/]" : "[green]✓[/]";

    private static bool IsBeginning(JournalEntry entry) => entry.Kind == JournalKinds.Status && !JournalKinds.IsSpending(entry.Id);
}
