using Planner.Core.Artifacts.Markdown;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>Each phase with its tasks and the two kinds of success criteria.</summary>
internal static class PhaseSections
{
    public static void Write(MarkdownPage page, Plan plan)
    {
        page.Heading(2, $"Phases");
        foreach (var phase in plan.Phases)
        {
            page.Heading(3, $"Phase {phase.Number}: {phase.Title}")
                .Bullets(plan.Tasks.Where(t => t.Phase == phase.Number).Select(t => Md.Of($"{t.Id} {t.Title}")));
            Criteria(page, "Automated", phase.Automated.Select(Md.Code));
            Criteria(page, "Manual", phase.Manual.Select(m => Md.Of($"{m}")));
        }
    }

    private static void Criteria(MarkdownPage page, string kind, IEnumerable<Md> items)
    {
        var list = items.ToList();
        if (list.Count > 0)
        {
            page.Say($"**{kind} success criteria**").Bullets(list.Select(i => new Md("[ ] " + i.Value)));
        }
    }
}
