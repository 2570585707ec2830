using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>The tasks: a table of all, then each in its wave.</summary>
internal sealed class TasksDocument : IArtifactRenderer
{
    public string Path => "tasks.md";

    public string? NotApplicable(Plan plan) => null;

    public string Render(Plan plan)
    {
        var page = new MarkdownPage()
            .Heading(1, $"Tasks: {plan.Ticket.Key}")
            .Table(
                ["Task", "Title", "Phase", "Wave", "Depends on", "Satisfies", "Size", "Hours", .. plan.Map is null ? Array.Empty<string>() : ["Story"]],
                plan.Tasks.Select(t => Row(t, plan)));
        foreach (var wave in plan.Waves)
        {
            page.Heading(2, $"Wave {wave.Number}");
            plan.Tasks.Where(t => t.Wave == wave.Number).ToList().ForEach(t => Section(page, t));
            Gate(page, wave, [.. plan.Tasks.Where(t => t.Wave == wave.Number)]);
        }

        return page.ToString();
    }

    private static Md[] Row(PlanTask t, Plan plan) =>
    [
        Md.Of($"{t.Id}"), Md.Of($"{t.Title}"), Md.Of($"{t.Phase}"), Md.Of($"{t.Wave}"), Md.Words(t.DependsOn), Md.Words(t.Satisfies), Md.Of($"{t.Size}"),
        Md.Of($"{t.EffortHours.Optimistic} / {t.EffortHours.Likely} / {t.EffortHours.Pessimistic}"),
        .. plan.Map is null ? Array.Empty<Md>() : [Md.Words(t.Story is null ? [] : [t.Story])],
    ];

    private static void Section(MarkdownPage page, PlanTask task)
    {
        page.Heading(3, $"{task.Id} {task.Title}");
        var detail = new TaskDetail(task);
        foreach (var paragraph in detail.Paragraphs)
        {
            page.Say($"{paragraph}");
        }

        page.Bullets(Facts(task, detail));
    }

    private static IEnumerable<Md> Facts(PlanTask task, TaskDetail detail)
    {
        yield return Md.Of($"Owner: {task.Owner}; area: {task.Area}{(task.Story is null ? Md.Empty : Md.Of($"; story: {task.Story}"))}");
        foreach (var file in task.Files)
        {
            var what = detail.Of(file.Path) is { } told ? Md.Of($": {told}") : Md.Empty;
            yield return Md.Of($"{StatusWords.Of(file.Change)} {Md.Code(file.Path)}{what}");
        }

        if (task.LikelyAlso is { } also)
        {
            yield return Md.Of($"Likely also: {Md.Codes(also)}");
        }

        if (task.Tables.Count > 0)
        {
            yield return Md.Of($"Tables: {Md.Codes(task.Tables)}");
        }

        if (task.Endpoints.Count > 0)
        {
            yield return Md.Of($"Endpoints: {Md.Codes(task.Endpoints)}");
        }

        if (task.Tests.Count > 0)
        {
            yield return Md.Of($"Tests: {Md.Words(task.Tests)}");
        }

        foreach (var constraint in task.Constraints)
        {
            yield return Md.Of($"Must hold: {constraint}");
        }

        foreach (var lookout in task.Lookouts)
        {
            yield return Md.Of($"Check: {lookout}");
        }

        yield return task.Verification.Count > 0 ? Md.Of($"Verify: {Md.Codes(task.Verification)}") : Md.Of($"Verify by hand: {task.ManualVerification}");
    }

    private static void Gate(MarkdownPage page, Wave wave, List<PlanTask> tasks)
    {
        var commands = tasks.SelectMany(t => t.Verification).ToHashSet(StringComparer.Ordinal);
        if (wave.Gate.Count > 0)
        {
            page.Say($"**Gate {wave.Number}**, before the next wave starts:").Bullets(wave.Gate.Where(commands.Contains).Select(Md.Code).Concat(ByHand(tasks)));
        }
    }

    private static IEnumerable<Md> ByHand(List<PlanTask> tasks)
    {
        var ids = tasks.Where(t => t.Verification.Count == 0).Select(t => t.Id).ToList();
        return ids.Count == 0 ? [] : [Md.Of($"What is verified by hand in {Md.Words(ids)} holds.")];
    }
}
