using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Specialists;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

public sealed class DecisionStoryTests
{
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

    [Fact]
    public async Task NobodyAnswers_TheDeadlineDecidesProvisionally()
    {
        await using var host = new StoryHost(DatabaseAsks);
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();

        host.Clock.Advance(TwoDays);
        var result = await host.Result();

        var decision = Assert.Single(result.Decisions);
        Assert.Equal(("TD001", DecisionStatus.Provisional, "A"), (decision.Id, decision.Status, decision.Option));
        var tasks = await host.Store.Read("SHOP-7", 1, "tasks.json", CancellationToken.None);
        Assert.Contains("TD001", tasks, StringComparison.Ordinal);
        Assert.Contains("PROVISIONAL", await host.Store.Read("SHOP-7", 1, "decisions.md", CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomebodyAnswersInTime_TheAnswerStandsAndTheTouchedThinkAgain()
    {
        await using var host = new StoryHost(DatabaseAsks);
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();

        var outcome = await host.Desk.Decide(StoryHost.RunId, "TD001", Choose("B"), CancellationToken.None);
        var result = await host.Result();

        Assert.IsType<AnswerOutcome.Accepted>(outcome);
        Assert.Equal((DecisionStatus.Decided, "B"), (result.Decisions[0].Status, result.Decisions[0].Option));
        var again = host.Panel.Asked.Where(a => a.Round == 2).ToList();
        Assert.Equal(["api", "service"], again.Select(a => a.Definition.Name).Order(StringComparer.Ordinal));
        Assert.All(again, a => Assert.Equal("B", Assert.Single(a.Decisions).Option));
    }

    [Fact]
    public async Task AnswerThatComesAsSoonAsTheCommentIsThere_IsTaken()
    {
        await using var host = new StoryHost(DatabaseAsks);
        AnswerOutcome? outcome = null;
        host.Tracker.Readers = async text =>
        {
            if (text.Contains("1 decision needed", StringComparison.Ordinal))
            {
                outcome ??= await host.Desk.Decide(StoryHost.RunId, "TD001", Choose("B"), CancellationToken.None);
            }
        };

        await host.Start(StoryHost.Patient(TwoDays));
        var result = await host.Result();

        Assert.IsType<AnswerOutcome.Accepted>(outcome);
        Assert.Equal((DecisionStatus.Decided, "B"), (result.Decisions[0].Status, result.Decisions[0].Option));
    }

    [Fact]
    public async Task RecommendedOptionIsChosen_NobodyThinksAgain()
    {
        await using var host = new StoryHost(DatabaseAsks);
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();

        await host.Desk.Decide(StoryHost.RunId, "TD001", Choose("A"), CancellationToken.None);
        await host.Result();

        Assert.DoesNotContain(host.Panel.Asked, a => a.Round > 1 && a.Findings.Count == 0);
    }

    [Fact]
    public async Task SecondAnswer_IsToldWhoWasFirst()
    {
        await using var host = new StoryHost(TwoAsk);
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();
        await host.Desk.Decide(StoryHost.RunId, "TD001", Choose("B"), CancellationToken.None);

        var outcome = await host.Desk.Decide(StoryHost.RunId, "TD001", Choose("A"), CancellationToken.None);

        Assert.Equal("B", Assert.IsType<AnswerOutcome.AlreadyAnswered>(outcome).Stands.Option);
    }

    [Fact]
    public async Task UnknownOptionAndUnknownDecision_AreRefused()
    {
        await using var host = new StoryHost(DatabaseAsks);
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();

        var option = await host.Desk.Decide(StoryHost.RunId, "TD001", Choose("Z"), CancellationToken.None);
        var decision = await host.Desk.Decide(StoryHost.RunId, "TD009", Choose("A"), CancellationToken.None);

        Assert.Equal(["A", "B"], Assert.IsType<AnswerOutcome.UnknownOption>(option).Options);
        Assert.IsType<AnswerOutcome.NotWaitedFor>(decision);
    }

    [Fact]
    public async Task NobodyAnswersForLong_PeopleAreRemindedAtHalfTimeAndItIsEscalatedAtNineTenths()
    {
        await using var host = new StoryHost(DatabaseAsks);
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();

        host.Clock.Advance(TwoDays * 0.45);
        var early = await Reminders(host);
        host.Clock.Advance(TwoDays * 0.1);
        await host.UntilJournalSays("still waits for TD001");
        host.Clock.Advance(TwoDays * 0.4);
        await host.UntilJournalSays("TD001 will be taken provisionally soon");
        host.Clock.Advance(TwoDays * 0.05);
        await host.Result();

        Assert.Empty(early);
        Assert.Equal(2, (await Reminders(host)).Count);
    }

    [Fact]
    public async Task HardRecommendedOption_GivesWayToTheReversibleOneAndIsReplanned()
    {
        await using var host = new StoryHost(asked => asked.Definition.Name == "database"
            ? ScriptedOpinions.Asking(asked, Reversibility.Hard, "service")
            : ScriptedOpinions.Sure(asked));
        await host.Start();

        var result = await host.Result();

        Assert.Equal((DecisionStatus.Provisional, "B"), (result.Decisions[0].Status, result.Decisions[0].Option));
        Assert.Contains(host.Panel.Asked, a => a.Round == 2 && a.Definition.Name == "service");
    }

    [Fact]
    public async Task AnswerWhileTheHostIsDown_CountsWhenItIsBack()
    {
        await using var host = new StoryHost(DatabaseAsks);
        await host.Start(StoryHost.Patient(TwoDays));
        var agenda = await host.UntilWaiting();
        await host.Engine.Inbox.TryAdd(StoryHost.RunId, "TD001", Planner.Durability.Payload.Write(Choose("B")));
        await host.Close();

        host.Clock.Advance(TwoDays);
        host.Open();
        var result = await host.Result();

        Assert.Equal(1, agenda.Round);
        Assert.Equal((DecisionStatus.Decided, "B"), (result.Decisions[0].Status, result.Decisions[0].Option));
    }

    [Fact]
    public async Task HostIsKilledAfterItWroteAnAnswer_TheSameAnswerAgainReachesTheRun()
    {
        await using var host = new StoryHost(DatabaseAsks);
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();
        await host.Engine.Inbox.TryAdd(StoryHost.RunId, "TD001", Planner.Durability.Payload.Write(Choose("B")));

        var outcome = await host.Desk.Decide(StoryHost.RunId, "TD001", Choose("B"), CancellationToken.None);
        var result = await host.Result();

        Assert.Equal(Choose("B"), Assert.IsType<AnswerOutcome.AlreadyAnswered>(outcome).Stands);
        Assert.Equal((DecisionStatus.Decided, "B"), (result.Decisions[0].Status, result.Decisions[0].Option));
    }

    [Fact]
    public async Task HostIsDownUntilTheDeadlineHasPassed_NobodyHearsThatTheDecisionIsStillOpen()
    {
        await using var host = new StoryHost(DatabaseAsks);
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();
        await host.Close();

        host.Clock.Advance(TwoDays * 1.5);
        host.Open();
        var result = await host.Result();

        Assert.Equal(DecisionStatus.Provisional, Assert.Single(result.Decisions).Status);
        Assert.Empty(host.Tracker.Reminders);
        Assert.All(await Reminders(host), said => Assert.Contains("nobody was reminded", said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task HostIsDownWhenPeopleAreToBeReminded_TheyAreRemindedWhileTheDecisionIsOpen()
    {
        await using var host = new StoryHost(DatabaseAsks);
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();
        await host.Close();

        host.Clock.Advance(TwoDays * 0.7);
        host.Open();
        await host.UntilJournalSays("still waits for TD001");
        await host.Desk.Decide(StoryHost.RunId, "TD001", Choose("A"), CancellationToken.None);
        await host.Result();

        Assert.Single(host.Tracker.Reminders);
    }

    private static async Task<List<string>> Reminders(StoryHost host) =>
        [.. (await host.Engine.Journal.Read(StoryHost.RunId))
            .Select(l => l.Entry)
            .Where(e => e.Id.StartsWith("5.nudge", StringComparison.Ordinal))
            .Select(e => e.Text)];

    private static InboxAnswer Choose(string option) => InboxAnswer.Decided(option, "We know it.", "Rita", StoryHost.SourceDate);

    private static Opinion DatabaseAsks(Consultation asked) => asked.Definition.Name == "database"
        ? ScriptedOpinions.Asking(asked, Reversibility.Easy, "service")
        : ScriptedOpinions.Sure(asked);

    private static Opinion TwoAsk(Consultation asked) => asked.Definition.Name is "database" or "etl"
        ? ScriptedOpinions.Sure(asked) with { Decisions = [ScriptedOpinions.Choice($"{asked.Definition.Name}/own-{asked.Definition.Name}")] }
        : ScriptedOpinions.Sure(asked);
}
