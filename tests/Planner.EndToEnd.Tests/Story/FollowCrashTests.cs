using Planner.Conformance.Crashing;
using Planner.Core.Planning.Replanning;
using Planner.Testing.Categories;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

public sealed class FollowCrashTests
{
    private const int Most = 200;

    [Fact]
    public Task CrashAfterEveryEleventhHistoryEventOfARunThatFollows_GivesTheSameBytes() => CrashAfterEvery(11);

    [Fact]
    [LongRunning]
    public Task CrashAfterEveryHistoryEventOfARunThatFollows_GivesTheSameBytes() => CrashAfterEvery(1);

    private static async Task CrashAfterEvery(int events)
    {
        var (undisturbed, _) = await PlanAgain(int.MaxValue);
        Assert.Contains(undisturbed.Keys, k => k.EndsWith("changes.md", StringComparison.Ordinal));

        for (var accepted = 1; accepted < Most; accepted += events)
        {
            var (files, crashed) = await PlanAgain(accepted);
            Assert.Equal(undisturbed, files);
            if (!crashed)
            {
                return;
            }
        }

        Assert.Fail($"The story has more than {Most} events.");
    }

    private static async Task<(SortedDictionary<string, string> Files, bool Crashed)> PlanAgain(int accepted)
    {
        await using var host = await LateAnswerTests.Provisional();
        await host.Close();
        CrashingStore? store = null;
        host.Open(inner => store = new CrashingStore(inner, accepted));
        var crashed = await AnswerUntilCrash(host, store!);
        if (crashed)
        {
            await host.Close();
            host.Open();
        }

        // Delivered again it is the same answer, which has its run by now, or gets it.
        var again = await host.Desk.Decide(StoryHost.RunId, "TD001", LateAnswerTests.Choose("B"), CancellationToken.None);
        var run = again switch
        {
            AnswerOutcome.PlannedAgain planned => planned.RunId,
            AnswerOutcome.Outdated outdated => outdated.RunId,
            _ => throw new InvalidOperationException($"The answer was lost: {again}"),
        };
        Assert.Equal(2, (await host.Result(run)).Version);
        return (Tree.Published(host.Output), crashed);
    }

    private static async Task<bool> AnswerUntilCrash(StoryHost host, CrashingStore store)
    {
        try
        {
            var run = await LateAnswerTests.Late(host, "TD001", "B");
            await Task.WhenAny(host.Result(run), store.Crashed);
        }
        catch (Planner.Engine.StoreFailedException)
        {
            return true;
        }

        return store.Crashed.IsCompleted;
    }
}
