using Planner.Conformance.Crashing;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Testing.Categories;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

public sealed class CrashStoryTests
{
    private const int Most = 400;

    [Fact]
    public Task CrashAfterEveryEleventhHistoryEvent_GivesTheSameBytesAndOneComment() => CrashAfterEvery(11);

    [Fact]
    [LongRunning]
    public Task CrashAfterEveryHistoryEvent_GivesTheSameBytesAndOneComment() => CrashAfterEvery(1);

    private static async Task CrashAfterEvery(int events)
    {
        var (undisturbed, comments, _) = await Plan(int.MaxValue);
        Assert.NotEmpty(undisturbed);

        for (var accepted = 1; accepted < Most; accepted += events)
        {
            var (files, said, crashed) = await Plan(accepted);
            Assert.Equal(undisturbed, files);
            Assert.Equal(comments, said);
            if (!crashed)
            {
                return;
            }
        }

        Assert.Fail($"The story has more than {Most} events.");
    }

    private static async Task<(SortedDictionary<string, string> Files, IReadOnlyList<string> Comments, bool Crashed)> Plan(int accepted)
    {
        await using var host = new StoryHost(Script);
        await host.Close();
        CrashingStore? store = null;
        host.Open(inner => store = new CrashingStore(inner, accepted));
        var crashed = await RunUntilCrash(host, store!);
        if (crashed)
        {
            await host.Close();
            host.Open();
            await host.Start();
        }

        await host.Result();
        return (Tree.Published(host.Output), [.. host.Tracker.Comments
            .Select(c => c.Replace(host.Output, "OUT", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)], crashed);
    }

    private static async Task<bool> RunUntilCrash(StoryHost host, CrashingStore store)
    {
        try
        {
            await host.Start();
            await Task.WhenAny(host.Result(), store.Crashed);
        }
        catch (Planner.Engine.StoreFailedException)
        {
            return true;
        }

        return store.Crashed.IsCompleted;
    }

    private static Opinion Script(Consultation asked) => asked.Definition.Name switch
    {
        "database" => ScriptedOpinions.Asking(asked, Planner.Core.Opinions.Reversibility.Hard, "service"),
        "service" when asked.Research.Count == 0 => ScriptedOpinions.Sure(asked, 5) with { Gaps = [new Gap("OrderService", "Where OrderService stands.")] },
        _ => ScriptedOpinions.Sure(asked),
    };
}
