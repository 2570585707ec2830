using Planner.Core.Opinions;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Tickets;
using Planner.Durability;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

public sealed class RefineStoryTests
{
    private const string Wish = "Given an order of more than 1000 EUR, when `OrderService.Confirm` runs, then the `OrderService` logs it.";

    [Fact]
    public async Task Refinement_BecomesACriterionThatIsPlannedAndKeptByLaterRuns()
    {
        await using var host = await LateAnswerTests.Provisional();

        var refined = await Refine(host, Wish);
        var second = await host.Result(refined);
        var third = await host.Result(await LateAnswerTests.Late(host, "TD001", "B", refined));

        Assert.Equal((2, 3), (second.Version, third.Version));
        foreach (var version in new[] { 2, 3 })
        {
            var tasks = await Read(host, version, "tasks.json");
            Assert.Contains("\"AC3\"", tasks, StringComparison.Ordinal);
            Assert.Contains("more than 1000 EUR", tasks, StringComparison.Ordinal);
            Assert.DoesNotContain("Q1.criteria", await Read(host, version, "review.json"), StringComparison.Ordinal);
        }

        Assert.Contains("refinement by Rita", await Read(host, 3, "implementation.md"), StringComparison.Ordinal);
        Assert.Equal([DecisionStatus.Provisional, DecisionStatus.Provisional], second.Decisions.Select(d => d.Status));
        Assert.Equal([DecisionStatus.Decided, DecisionStatus.Provisional], third.Decisions.Select(d => d.Status));
    }

    [Fact]
    public async Task Refinement_AsksThoseWhomItTouchesByRulesAndNoOther()
    {
        await using var host = await LateAnswerTests.Provisional();
        var asked = host.Panel.Asked.Count;

        await host.Result(await Refine(host, Wish));

        Assert.Equal(["api", "service"], LateAnswerTests.Asked(host, asked));
    }

    [Fact]
    public async Task SameRequestTwice_IsOneRunAndOtherWordsUnderItAreRefused()
    {
        await using var host = await LateAnswerTests.Provisional();

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Refine(host, Wish)));
        await host.Result(runs[0]);
        var later = await Refine(host, Wish);
        var other = await host.FollowUps.Refine("SHOP-7", "Something else.", "Rita", StoryHost.SourceDate, "comment 900", CancellationToken.None);

        Assert.Single(runs.Append(later).Distinct());
        Assert.IsType<FollowOutcome.Reused>(other);
        Assert.Equal(2, await host.Store.Latest("SHOP-7", CancellationToken.None));
    }

    [Fact]
    public async Task RunThatWaits_IsSupersededAndItsAnswersCount()
    {
        await using var host = new StoryHost(asked => asked.Definition.Name switch
        {
            "database" => ScriptedOpinions.Sure(asked) with
            {
                Decisions = [ScriptedOpinions.Choice("database/first", Reversibility.Easy, "service"), ScriptedOpinions.Choice("database/second")],
            },
            _ => ScriptedOpinions.Sure(asked),
        });
        await host.Start(StoryHost.Patient(TimeSpan.FromDays(2)));
        await host.UntilWaiting();
        await host.Desk.Decide(StoryHost.RunId, "TD001", LateAnswerTests.Choose("B"), CancellationToken.None);

        var refined = await Refine(host, Wish);
        var waiting = await Waiting(host, refined);
        await host.Desk.Decide(refined, "TD002", LateAnswerTests.Choose("B"), CancellationToken.None);
        var result = await host.Result(refined);

        var old = await host.Client.Get(StoryHost.RunId);
        Assert.Equal((RunStatus.Terminated, $"superseded by {refined}"), (old!.Status, old.Reason));
        Assert.Equal(["TD002"], waiting.Decisions.Select(d => d.Id));
        Assert.All(result.Decisions, d => Assert.Equal((DecisionStatus.Decided, "B"), (d.Status, d.Option)));
        Assert.Equal(1, result.Version);
    }

    [Fact]
    public async Task TwoRefinementsAtOnce_AreBothPlanned()
    {
        await using var host = await LateAnswerTests.Provisional();

        var runs = await Task.WhenAll(Refine(host, Wish), Refine(host, "The mail names the `OrderService` that sent it.", "comment 901"));
        foreach (var run in runs)
        {
            await host.Client.WaitForEnd(run);
        }

        var latest = (await host.Store.Latest("SHOP-7", CancellationToken.None))!.Value;
        var tasks = await Read(host, latest, "tasks.json");
        Assert.Contains("more than 1000 EUR", tasks, StringComparison.Ordinal);
        Assert.Contains("that sent it", tasks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TicketWithoutAPlan_CannotBeRefined()
    {
        await using var host = new StoryHost(asked => ScriptedOpinions.Sure(asked));

        Assert.IsType<FollowOutcome.NoPlan>(await host.FollowUps.Refine("SHOP-7", Wish, "Rita", StoryHost.SourceDate, "comment 900", CancellationToken.None));
    }

    [Fact]
    public async Task EditedTicket_IsPlannedAgainOnceAndCriteriaKeepTheirIds()
    {
        await using var host = await LateAnswerTests.Provisional();
        var edited = StoryHost.Ready with
        {
            Description = StoryHost.Ready.Description.Replace("## Acceptance criteria\n\n", $"## Acceptance criteria\n\n- {Wish}\n", StringComparison.Ordinal),
        };
        host.Tracker.Edit(edited);

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.FollowUps.Change(edited, CancellationToken.None)));
        var run = Assert.Single(runs.Select(r => Assert.IsType<FollowOutcome.Started>(r).RunId).Distinct());
        var result = await host.Result(run);
        var again = await host.FollowUps.Change(edited, CancellationToken.None);

        Assert.Equal(2, result.Version);
        Assert.Equal(run, Assert.IsType<FollowOutcome.Started>(again).RunId);
        var tasks = await Read(host, 2, "tasks.json");
        Assert.Matches("\"id\": \"AC3\",\\s+\"text\": \"Given an order of more", tasks);
        Assert.Matches("\"id\": \"AC1\",\\s+\"text\": \"Given a paid order", tasks);
    }

    [Fact]
    public async Task LabelsAndSpacing_AreNoChangeOfTheWords()
    {
        await using var host = await LateAnswerTests.Provisional();

        var outcome = await host.FollowUps.Change(
            StoryHost.Ready with
            {
                Labels = ["planned"],
                Status = "Planned",
                Description = StoryHost.Ready.Description.Replace("\n", "\n ", StringComparison.Ordinal),
            },
            CancellationToken.None);

        Assert.IsType<FollowOutcome.Refused>(outcome);
    }

    private static async Task<string> Refine(StoryHost host, string text, string trigger = "comment 900") =>
        Assert.IsType<FollowOutcome.Started>(await host.FollowUps.Refine("SHOP-7", text, "Rita", StoryHost.SourceDate, trigger, CancellationToken.None)).RunId;

    private static async Task<OpenAgenda> Waiting(StoryHost host, string run)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await host.Desk.Open(run, limit.Token) is { } agenda)
            {
                return agenda;
            }

            await Task.Delay(10, limit.Token);
        }
    }

    private static async Task<string> Read(StoryHost host, int version, string path) =>
        (await host.Store.Read("SHOP-7", version, path, CancellationToken.None))!;
}
