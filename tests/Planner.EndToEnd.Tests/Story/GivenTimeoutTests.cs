using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Specialists;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

/// <summary>A run that waits is given another deadline.</summary>
public sealed class GivenTimeoutTests
{
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ShorterTime_AppliesToEverythingThatIsOpen_AlsoAfterARestart(bool restarted)
    {
        await using var host = new StoryHost(TwoAsk);
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();

        await Give(host, TimeSpan.FromHours(1));
        if (restarted)
        {
            await host.Close();
            host.Open();
        }

        host.Clock.Advance(TimeSpan.FromHours(1));
        var result = await host.Result();

        Assert.Equal(2, result.Decisions.Count);
        Assert.All(result.Decisions, d => Assert.Equal(DecisionStatus.Provisional, d.Status));
        Assert.Empty(host.Tracker.Reminders);
    }

    [Fact]
    public async Task NoTime_TakesWhatIsOpenAtOnce_AndWhatWasAnsweredStays()
    {
        await using var host = new StoryHost(TwoAsk);
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();
        await host.Desk.Decide(StoryHost.RunId, "TD001", InboxAnswer.Decided("A", "", "ann", host.Clock.GetUtcNow()), CancellationToken.None);

        await host.Desk.GiveTime(StoryHost.RunId, TimeSpan.Zero, host.Clock.GetUtcNow(), CancellationToken.None);
        await host.Desk.Ring(StoryHost.RunId, CancellationToken.None);
        var result = await host.Result();

        Assert.Equal([DecisionStatus.Decided, DecisionStatus.Provisional], result.Decisions.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => d.Status));
    }

    [Fact]
    public async Task LongerTime_CountsFromThen_AndTheLastOneGivenCounts()
    {
        await using var host = new StoryHost(TwoAsk);
        await host.Start(StoryHost.Patient(TimeSpan.FromHours(1)));
        await host.UntilWaiting();
        var asked = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromMinutes(12));

        await Give(host, TimeSpan.FromHours(5));
        await Give(host, TwoDays);
        host.Clock.Advance(TimeSpan.FromHours(30));

        Assert.Equal(asked + TimeSpan.FromMinutes(12) + TwoDays, (await host.UntilWaiting()).Until);
        host.Clock.Advance(TwoDays);
        Assert.All((await host.Result()).Decisions, d => Assert.Equal(DecisionStatus.Provisional, d.Status));
    }

    [Fact]
    public async Task TimeGivenBeforeAnythingIsAsked_AppliesToWhatIsAskedLater()
    {
        await using var host = new StoryHost(TwoAsk);
        await host.Desk.GiveTime(StoryHost.RunId, TimeSpan.FromMinutes(5), host.Clock.GetUtcNow(), CancellationToken.None);
        await host.Start(StoryHost.Patient(TwoDays));

        var agenda = await host.UntilWaiting();

        Assert.Equal(host.Clock.GetUtcNow() + TimeSpan.FromMinutes(5), agenda.Until);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.Result();
    }

    private static async Task Give(StoryHost host, TimeSpan time)
    {
        var given = await host.Desk.GiveTime(StoryHost.RunId, time, host.Clock.GetUtcNow(), CancellationToken.None);
        await host.Desk.Ring(StoryHost.RunId, CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await host.UntilWaiting()).Until != given.At + time)
        {
            await Task.Delay(10, limit.Token);
        }
    }

    private static Opinion TwoAsk(Consultation asked) => asked.Definition.Name is "database" or "etl"
        ? ScriptedOpinions.Sure(asked) with { Decisions = [ScriptedOpinions.Choice($"{asked.Definition.Name}/own-{asked.Definition.Name}")] }
        : ScriptedOpinions.Sure(asked);
}
