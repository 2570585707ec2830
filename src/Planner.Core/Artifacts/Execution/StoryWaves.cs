using Planner.Core.Artifacts.Markdown;
using Planner.Core.Plans;
using Planner.Core.Plans.Stories;
using Planner.Core.Text.Graphs;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Execution;

/// <summary>How the stories of an epic are handed out: who works beside whom, where they meet, and how one of them is taken back.</summary>
internal static class StoryWaves
{
    public static void Write(MarkdownPage page, Plan plan)
    {
        if (StoryPlan.Of(plan) is not { Waves.Count: > 0 } stories)
        {
            return;
        }

        page.Heading(2, $"Stories")
            .Say($"Stories of one story wave run side by side, each with builders of its own, and their gates stand in {Md.Code("implementation.md")}. A "
                + $"story may begin before the whole wave under it has passed, once those that it builds on have. Tasks between two semicolons can be "
                + $"done at once.")
            .Table(
                ["Story wave", "Story", "Hand out", "Builders at once", "Longest chain (h)", "To take it back, revert", "State"],
                stories.Waves.SelectMany(w => w.Stories.Select(s => Row(w, s))))
            .Table(
                ["File that stories of a wave share", "Written in this order, each on top of the one before"],
                stories.Waves.SelectMany(StoryPlan.Shared).Select(f => new[] { Md.Code(f.Path), Md.Words(f.Tasks.Select(t => $"{t.Id} ({t.Story})")) }))
            .Table(["Story", "Builds on", "Because", "Fits when"], Meetings(stories, plan));
    }

    private static Md[] Row(StoryWave wave, PlannedStory story)
    {
        var steps = story.Tasks.GroupBy(t => t.Wave).ToList();
        return
        [
            Md.Of($"{wave.Number}"), Md.Of($"{story.Story.Key}"), new(string.Join("; ", steps.Select(g => Md.Words(g.Select(t => t.Id)).Value))),
            Md.Of($"{steps.Max(g => g.Count())}"), Md.Of($"{Chain(story)}"), Md.Words(story.Tasks.Reverse().Where(t => t.Files.Count > 0).Select(t => t.Id)),
            WaveStatus.Of(story.Tasks),
        ];
    }

    private static double Chain(PlannedStory story)
    {
        var byId = story.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
        return Math.Round(
            new DependencyGraph(byId.Keys, id => byId[id].DependsOn.Where(byId.ContainsKey)).LongestChain(id => byId[id].EffortHours.Mean).Sum,
            1,
            MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<Md[]> Meetings(StoryPlan stories, Plan plan)
    {
        var byKey = stories.Stories.ToDictionary(s => s.Story.Key, StringComparer.Ordinal);
        foreach (var story in stories.Stories.Where(s => s.Wave is not null))
        {
            foreach (var need in story.Needs.Where(n => byKey.TryGetValue(n.On, out var on) && on.Wave is not null))
            {
                var (things, tests) = Met(story, byKey[need.On], plan);
                yield return
                [
                    Md.Of($"{story.Story.Key}"), Md.Of($"{need.On}"),
                    things.Count > 0 ? Md.Of($"{need.Why}; both touch {Md.Codes(things)}") : Md.Of($"{need.Why}"),
                    tests.Count > 0 ? Md.Of($"{Md.Words(IdRanges.Of(tests))} pass on both together") : Md.Of($"its own gate passes on top of {need.On}"),
                ];
            }
        }
    }

    /// <summary>Things that tasks of both touch, and the tests of the later ones.</summary>
    private static (List<string> Things, List<string> Tests) Met(PlannedStory later, PlannedStory earlier, Plan plan)
    {
        var before = earlier.Tasks.Select(t => new Footprint(t, plan.Opinions)).ToList();
        var meeting =
            later.Tasks.Select(t => (Task: t, Things: before.SelectMany(new Footprint(t, plan.Opinions).SharedWith).Distinct(StringComparer.Ordinal).ToList()))
            .Where(m => m.Things.Count > 0)
            .ToList();
        return ([.. meeting.SelectMany(m => m.Things).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. meeting.SelectMany(m => m.Task.Tests)
            .Distinct(StringComparer.Ordinal)
            .Order(IdOrder.Numbers)]);
    }
}
