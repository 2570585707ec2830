using Planner.Core.Artifacts.Markdown;
using Planner.Core.Plans;
using Planner.Core.Plans.Stories;
using Planner.Core.Text.Markdown;
using Planner.Core.Tickets;

namespace Planner.Core.Artifacts.Documents;

/// <summary>The stories of an epic: what becomes of each, what it needs, and the gates between their waves. Nothing for other tickets.</summary>
internal static class StoryMapSection
{
    public static void Write(MarkdownPage page, Plan plan)
    {
        if (StoryPlan.Of(plan) is not { } stories)
        {
            return;
        }

        page.Heading(2, $"Story map")
            .Say($"{Counted(stories)}{Shared(plan, stories)}")
            .Table(["Story", "What it is about", "Status", "Size", "Criteria", "Tasks", "Story wave", "Needs"], stories.Stories.Select(s => Row(s, stories)));
        if (stories.Stories.Any(s => s.Needs.Count > 0))
        {
            page.Code("mermaid", Graph(stories));
        }

        foreach (var circle in stories.Circles)
        {
            page.Say($"{Md.Words(circle)} wait for each other, so they stand in one wave; the dependencies of their tasks say which part comes first.");
        }

        page.Table(
            ["Story wave", "Stories", "Before the next wave begins"],
            stories.Waves.Select(w => new[] { Md.Of($"{w.Number}"), Md.Words(w.Stories.Select(s => s.Story.Key)), Gate(w, plan) }));
    }

    /// <summary>Like "4 stories: 3 to build in 2 waves, 1 done".</summary>
    public static Md Counted(StoryPlan stories)
    {
        var built = stories.Stories.Count(s => s.Wave is not null);
        var done = stories.Stories.Count(s => s.Story.State == StoryState.Done);
        var left = stories.Stories.Count - built - done;
        return Md.Of(
            $"{Noun(stories.Stories.Count)}: {built} to "
                + $"build{(built == 0 ? Md.Empty : Md.Of($" in {Md.Count(stories.Waves.Count, "story wave")}"))}{(done == 0
                    ? Md.Empty
                    : Md.Of($", {done} done"))}{(left == 0 ? Md.Empty : Md.Of($", {left} without a plan"))}. ");
    }

    private static Md Noun(int count) => count == 1 ? Md.Of($"1 story") : Md.Of($"{count} stories");

    private static Md Shared(Plan plan, StoryPlan stories)
    {
        var own = plan.Tasks.Where(t => !t.Contingent && t.Story is null).Select(t => t.Id).ToList();
        return own.Count == 0 || stories.Waves.Count == 0 ? Md.Empty : Md.Of($"{Md.Words(own)} {(own.Count == 1 ? "belongs" : "belong")} to no single story.");
    }

    private static Md[] Row(PlannedStory s, StoryPlan all) =>
    [
        Md.Of($"{s.Story.Key}"), Md.Of($"{s.Story.Title}"), Md.Of($"{(s.Story.Status.Length > 0 ? s.Story.Status : "not known")}"), Size(s),
        Md.Words(IdRanges.Of(s.Criteria)), Md.Words(s.Tasks.Select(t => t.Id)), Wave(s), Needs(s, all),
    ];

    private static Md Size(PlannedStory s) => s.Size is { } size ? Md.Of($"{size}, {s.Hours.Optimistic} to {s.Hours.Pessimistic} h") : Md.Words([]);

    private static Md Wave(PlannedStory s) => s switch
    {
        { Wave: { } wave } => Md.Of($"{wave}"),
        { Story.State: StoryState.Done } => Md.Of($"done"),
        { Story.State: StoryState.Unread } => Md.Of($"not planned: it could not be read"),
        { Story.State: StoryState.Unclear } => Md.Of($"not planned: it says too little"),
        _ => Md.Of($"not planned: no task serves it"),
    };

    private static Md Needs(PlannedStory s, StoryPlan all)
    {
        var parts = s.Needs.Select(n => Md.Of($"{n.On}{State(n.On, all)} ({n.Why})").Value).ToList();
        return parts.Count == 0 ? Md.Words([]) : new Md(string.Join("; ", parts));
    }

    private static Md State(string key, StoryPlan all) => all.Stories.FirstOrDefault(s => s.Story.Key == key) switch
    {
        null => Md.Of($", not among these stories"),
        { Story.State: StoryState.Done } => Md.Of($", done"),
        { Wave: null } => Md.Of($", not planned"),
        _ => Md.Empty,
    };

    private static string Graph(StoryPlan stories)
    {
        var keys = stories.Stories.Select(s => s.Story.Key).ToHashSet(StringComparer.Ordinal);
        var outside = stories.Stories.SelectMany(s => s.Needs)
            .Select(n => n.On)
            .Where(k => !keys.Contains(k))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var lines = new List<string> { "flowchart LR" };
        lines.AddRange(
            stories.Stories.Select(s =>
                $"  {Mermaid.Name(s.Story.Key)}[{Mermaid.Label($"{s.Story.Key} {s.Story.Title}")}]{(s.Story.State == StoryState.Done
                    ? ":::done"
                    : s.Wave is null ? ":::open" : "")}"));
        lines.AddRange(outside.Select(k => $"  {Mermaid.Name(k)}[{Mermaid.Label(k)}]:::open"));
        lines.AddRange(
            stories.Stories.SelectMany(s => s.Needs.Select(n => $"  {Mermaid.Name(n.On)} {(n.IsSaid ? "-->" : "-.->")} {Mermaid.Name(s.Story.Key)}")));
        lines.Add("  classDef done opacity:0.5");
        lines.Add("  classDef open stroke-dasharray:4");
        return string.Join('\n', lines);
    }

    private static Md Gate(StoryWave wave, Plan plan)
    {
        var criteria = wave.Stories.SelectMany(s => s.Criteria).ToList();
        var tests = plan.Tests.Where(t => t.Covers.Any(c => criteria.Contains(c, StringComparer.Ordinal))).Select(t => t.Id);
        var byHand = wave.Stories.SelectMany(s => s.Tasks)
            .Where(t => t.Verification.Count == 0 && StoryLinks.ServesCriteria(t))
            .Select(t => t.Id)
            .Order(IdOrder.Numbers)
            .ToList();
        return Md.Of($"{Md.Words(IdRanges.Of(criteria))} hold: {Md.Words(IdRanges.Of(tests))} "
            + $"pass{(byHand.Count == 0 ? Md.Empty : Md.Of($"; looked at by hand: {Md.Words(byHand)}"))}");
    }
}
