using System.Collections.Concurrent;
using Planner.Core.Conversation;
using Planner.Core.Opinions;
using Planner.Core.Planning;
using Planner.Core.Planning.Runs;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

/// <summary>What the team is told in the course of a run, and how often.</summary>
public sealed class TeamNewsTests
{
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

    // Attempts of an outage go on for more than two hours, however often they come before the deadline.
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    [Fact]
    public async Task RunThatNobodyAnswers_TellsWhatIsNeededWhatExpiresAndThatThePlanIsThere()
    {
        var team = new Team();
        await using var host = await Open(team);
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();
        host.Clock.Advance(TwoDays / 2);
        await host.UntilJournalSays("Told the team: SHOP-7 still waits for TD001");
        host.Clock.Advance(TwoDays / 2.5);
        await host.UntilJournalSays("Told the team: SHOP-7: soon decided without you, TD001");
        host.Clock.Advance(TwoDays);
        await host.Result();

        Assert.Equal(
            [
                "SHOP-7: 1 decision needed until Tue 2026-03-03 09:00 UTC",
                "SHOP-7 still waits for TD001",
                "SHOP-7: soon decided without you, TD001",
                "SHOP-7: plan v1 is there, APPROVED WITH PROVISIONAL DECISIONS",
            ],
            team.Told.Select(m => m.Headline));
        var needed = team.Told.First();
        Assert.Equal((StoryHost.RunId, "SHOP-7"), (needed.RunId, needed.Ticket));
        Assert.Contains(needed.Lines, l => l.StartsWith("TD001: ", StringComparison.Ordinal) && l.Contains("recommended: ", StringComparison.Ordinal));
        Assert.Contains("Asked: Rita.", needed.Lines);
        Assert.Contains(needed.Lines, l => l.Contains("/decide TD001 A because", StringComparison.Ordinal)
            && l.Contains($"planner decide {StoryHost.RunId} TD001 A", StringComparison.Ordinal));
        Assert.Contains("1 decision taken PROVISIONALLY, because nobody answered in time.", team.Told.Last().Lines);
    }

    [Fact]
    public async Task TrackerIsDownUntilTheDeadlineHasPassed_NobodyHearsThatDecisionsAreNeeded()
    {
        var team = new Team();
        await using var host = await Open(team);
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var deadline = host.Clock.GetUtcNow() + AnHour;
        var isDown = true;
        host.Tracker.Refuses = text =>
        {
            if (!isDown || !text.Contains("1 decision needed", StringComparison.Ordinal))
            {
                return false;
            }

            refused.TrySetResult();
            // Timers fire while the clock is moved, so an attempt may begin before the deadline. The first that is refused after it
            // is the last that is refused: the next one begins late for certain.
            isDown = host.Clock.GetUtcNow() < deadline;
            return true;
        };

        await host.Start(StoryHost.Patient(AnHour));
        await refused.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var result = host.Result();
        while (await Task.WhenAny(result, Task.Delay(10, TestContext.Current.CancellationToken)) != result)
        {
            host.Clock.Advance(AnHour);
        }

        Assert.Equal(DecisionStatus.Provisional, Assert.Single((await result).Decisions).Status);
        Assert.Equal(["SHOP-7: plan v1 is there, APPROVED WITH PROVISIONAL DECISIONS"], team.Told.Select(m => m.Headline));
    }

    [Fact]
    public async Task TicketThatIsNotReady_IsToldWithItsQuestions()
    {
        var team = new Team();
        await using var host = await Open(team, isReady: false);

        await host.Start();
        await host.Result();

        var told = Assert.Single(team.Told);
        Assert.Equal("SHOP-7 is not ready to be planned", told.Headline);
        Assert.True(told.Lines.Count > 2);
    }

    [Fact]
    public async Task TeamThatCannotBeTold_CostsNothing()
    {
        var team = new Team { IsDown = true };
        await using var host = await Open(team, asks: false);

        await host.Start();
        var result = await host.Result();

        Assert.Equal(1, result.Version);
        await host.UntilJournalSays("The team was not told \"SHOP-7: plan v1 is there, APPROVED\": the channel is closed");
    }

    [Fact]
    public async Task ProcessThatEndsWhileItTells_TellsNobodyTwice()
    {
        var team = new Team { Hangs = true };
        await using var host = await Open(team, asks: false);
        await host.Start();
        await team.Began.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await host.Close();
        team.Hangs = false;

        Register(host, team);
        await host.Result();

        Assert.Single(team.Told);
        await host.UntilJournalSays("It is not known whether the team was told, since the process ended meanwhile");
    }

    private static async Task<StoryHost> Open(Team team, bool asks = true, bool isReady = true)
    {
        var host = new StoryHost(
            asked => asks && asked.Definition.Name == "database" ? ScriptedOpinions.Asking(asked, Reversibility.Easy, "service") : ScriptedOpinions.Sure(asked),
            isReady ? null : StoryHost.Ready with { Description = "https://example.org/wiki/42" });
        await host.Close();
        Register(host, team);
        return host;
    }

    private static void Register(StoryHost host, Team team) =>
        host.Open(register: (catalog, ports) => catalog.AddPlanning(ports with { Notifier = team }));

    private sealed class Team : INotifier
    {
        public ConcurrentQueue<TeamMessage> Told { get; } = new();

        public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsDown { get; init; }

        public bool Hangs { get; set; }

        public async Task Notify(TeamMessage message, CancellationToken cancellation)
        {
            if (IsDown)
            {
                throw new NotificationFailedException("the channel is closed");
            }

            Told.Enqueue(message);
            Began.TrySetResult();
            if (Hangs)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            }
        }
    }
}
