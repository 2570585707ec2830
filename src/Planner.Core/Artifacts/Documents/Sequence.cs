using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>The waves with their lead times: a wave takes as long as its longest task.</summary>
internal static class Sequence
{
    public static void Write(MarkdownPage page, Plan plan)
    {
        page.Heading(2, $"Implementation sequence")
            .Table(["Wave", "Tasks", "Who", "Starts after (h)", "Lead time (h)"], Rows(plan));
    }

    private static IEnumerable<Md[]> Rows(Plan plan)
    {
        var start = 0.0;
        foreach (var wave in plan.Waves)
        {
            var tasks = plan.Tasks.Where(t => t.Wave == wave.Number).ToList();
            var due = tasks.Where(t => !t.Contingent).ToList();
            var longest = due.Select(t => t.EffortHours.Mean).DefaultIfEmpty(0).Max();
            yield return [
                Md.Of($"{wave.Number}"),
                Md.Words(wave.Tasks),
                Md.Words(tasks.Select(t => t.Owner).Distinct(StringComparer.Ordinal)),
                Md.Of($"{start}"),
                Lead(due, longest),
            ];
            start += longest;
        }
    }

    private static Md Lead(List<PlanTask> due, double longest) => due.Count == 0
        ? Md.Of($"only if a decision changes")
        : Md.Of($"{longest} ({due.Max(t => t.EffortHours.Optimistic)} to {due.Max(t => t.EffortHours.Pessimistic)})");
}
