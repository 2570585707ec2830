using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Specialists;
using Planner.Durability;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

public sealed class LateAnswerTests
{
    [Fact]
    public async Task LateAnswer_PlansAgainAndAsksOnlyWhomItTouches()
    {
        await using var host = await Provisional();
        var asked = host.Panel.Asked.Count;

        var again = await Late(host, "TD001", "B");
        var result = await host.Result(again);

        Assert.Equal(2, result.Version);
        Assert.Equal(
            [("TD001", DecisionStatus.Decided, "B"), ("TD002", DecisionStatus.Provisional, "A")],
            result.Decisions.Select(d => (d.Id, d.Status, d.Option)));
        Assert.Equal(["api", "service"], Asked(host, asked));
        Assert.All(host.Panel.Asked.Skip(asked), a => Assert.Contains(a.Decisions, d => d.Option == "B"));
        var changes = await host.Store.Read("SHOP-7", 2, "changes.md", CancellationToken.None);
        Assert.Contains("version 2 against version 1", changes, StringComparison.Ordinal);
        Assert.Contains("TD001", changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LateAnswerThatConfirms_AsksNobodyAndTakesTheMarkAway()
    {
        await using var host = await Provisional();
        var asked = host.Panel.Asked.Count;

        var result = await host.Result(await Late(host, "TD001", "A"));

        Assert.Equal((DecisionStatus.Decided, "A"), (result.Decisions[0].Status, result.Decisions[0].Option));
        Assert.Empty(Asked(host, asked));
        var before = await Tasks(host, 1);
        var tasks = await Tasks(host, 2);
        Assert.Contains("TD001", before, StringComparison.Ordinal);
        Assert.DoesNotContain("TD001", tasks, StringComparison.Ordinal);
        Assert.Contains("TD002", tasks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeadlineTookTheReversibleOption_AnswerForTheRecommendedOneTouches()
    {
        await using var host = new StoryHost(asked => asked.Definition.Name == "database"
            ? ScriptedOpinions.Asking(asked, Reversibility.Hard, "service")
            : ScriptedOpinions.Sure(asked));
        await host.Start();
        await host.Result();
        var asked = host.Panel.Asked.Count;

        var result = await host.Result(await Late(host, "TD001", "A"));

        Assert.Equal((DecisionStatus.Decided, "A"), (result.Decisions[0].Status, result.Decisions[0].Option));
        Assert.Equal(["api", "service"], Asked(host, asked));
    }

    [Fact]
    public async Task SameAnswerTwice_IsOneRunAndAnotherOneIsToldWhoWasFirst()
    {
        await using var host = await Provisional();

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Late(host, "TD001", "B")));
        var other = await host.Desk.Decide(StoryHost.RunId, "TD001", Choose("A", "Otto"), CancellationToken.None);
        await host.Result(runs[0]);
        var after = await host.Desk.Decide(runs[0], "TD001", Choose("A", "Otto"), CancellationToken.None);
        var onOld = await host.Desk.Decide(StoryHost.RunId, "TD001", Choose("A", "Otto"), CancellationToken.None);

        Assert.Single(runs.Distinct());
        Assert.Equal("B", Assert.IsType<AnswerOutcome.AlreadyAnswered>(other).Stands.Option);
        Assert.Equal(("B", "Rita"), Assert.IsType<AnswerOutcome.AlreadyAnswered>(after).Stands is var s ? (s.Option, s.By) : default);
        Assert.Equal(runs[0], Assert.IsType<AnswerOutcome.Outdated>(onOld).RunId);
        Assert.Equal(2, await host.Store.Latest("SHOP-7", CancellationToken.None));
    }

    [Fact]
    public async Task ThirdRunOfALine_KnowsWhatTheFirstThought()
    {
        await using var host = await Provisional();
        var second = await Late(host, "TD001", "B");
        await host.Result(second);
        var asked = host.Panel.Asked.Count;

        var third = await Late(host, "TD002", "B", second);
        var result = await host.Result(third);

        Assert.Equal(3, result.Version);
        Assert.Equal(["B", "B"], result.Decisions.Select(d => d.Option));
        Assert.All(result.Decisions, d => Assert.Equal(DecisionStatus.Decided, d.Status));
        Assert.Equal(["api"], Asked(host, asked));
        Assert.Equal(second, Payload.Read<PlanRequest>((await host.Client.Get(third))!.Input!).Follows![0]);
    }

    [Fact]
    public async Task TwoLateAnswersAtOnce_BothCountInOneRunThatStays()
    {
        await using var host = await Provisional();

        var runs = await Task.WhenAll(Late(host, "TD001", "B"), Late(host, "TD002", "B"));
        var ended = new List<RunInfo>();
        foreach (var run in runs)
        {
            ended.Add(await host.Client.WaitForEnd(run));
        }

        var last = ended.Where(r => r.Status == RunStatus.Completed).Select(r => Payload.Read<PlanResult>(r.Output!)).MaxBy(r => r.Version)!;
        Assert.All(last.Decisions, d => Assert.Equal((DecisionStatus.Decided, "B"), (d.Status, d.Option)));
    }

    [Fact]
    public async Task UnknownOptionOrDecision_IsRefusedAndStartsNothing()
    {
        await using var host = await Provisional();

        var option = await host.Desk.Decide(StoryHost.RunId, "TD001", Choose("Z"), CancellationToken.None);
        var decision = await host.Desk.Decide(StoryHost.RunId, "TD009", Choose("A"), CancellationToken.None);

        Assert.Equal(["A", "B"], Assert.IsType<AnswerOutcome.UnknownOption>(option).Options);
        Assert.IsType<AnswerOutcome.NotWaitedFor>(decision);
        Assert.Single((await host.Client.List(new RunQuery(IdPrefix: "SHOP-7-"))).Items);
    }

    internal static InboxAnswer Choose(string option, string by = "Rita") => InboxAnswer.Decided(option, "We know it.", by, StoryHost.SourceDate);

    /// <summary>A finished run with TD001, which touches service, and TD002, which touches api; the deadline took both.</summary>
    internal static async Task<StoryHost> Provisional()
    {
        var host = new StoryHost(TwoAsk);
        await host.Start();
        await host.Result();
        return host;
    }

    internal static async Task<string> Late(StoryHost host, string id, string option, string run = StoryHost.RunId) =>
        Assert.IsType<AnswerOutcome.PlannedAgain>(await host.Desk.Decide(run, id, Choose(option), CancellationToken.None)).RunId;

    /// <summary>Who was asked at first; what the review sends back to be mended is another matter.</summary>
    internal static IEnumerable<string> Asked(StoryHost host, int before)
    {
        var asked = host.Panel.Asked.Skip(before).ToList();
        return asked.Where(a => a.Round == asked[0].Round).Select(a => a.Definition.Name).Order(StringComparer.Ordinal);
    }

    private static async Task<string> Tasks(StoryHost host, int version) => (await host.Store.Read("SHOP-7", version, "tasks.json", CancellationToken.None))!;

    private static Opinion TwoAsk(Consultation asked) => asked.Definition.Name switch
    {
        "database" => ScriptedOpinions.Sure(asked) with { Decisions = [ScriptedOpinions.Choice("database/first", Reversibility.Easy, "service")] },
        "etl" => ScriptedOpinions.Sure(asked) with { Decisions = [ScriptedOpinions.Choice("etl/second", Reversibility.Easy, "api")] },
        _ => ScriptedOpinions.Sure(asked),
    };
}
