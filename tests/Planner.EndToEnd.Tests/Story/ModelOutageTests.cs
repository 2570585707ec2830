using System.Text.Json;
using Planner.Core.Artifacts.Records;
using Planner.Core.Grounding.Facts;
using Planner.Core.LanguageModels;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Specialists;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

public sealed class ModelOutageTests
{
    private const string Said = "The database, etl, service and api specialists thought by rules alone, because the model big-one was out of reach.";

    [Fact]
    public async Task ModelThatComesBack_IsWaitedForLongerThanAnyOtherFault()
    {
        var failures = 12;
        await using var host = new StoryHost(asked => asked.Definition.Name == "database" && failures-- > 0 ? throw OutOfReach() : ByModel(asked));
        await host.Start();

        var result = await ResultWhileTimePasses(host);

        Assert.Equal(-1, failures);
        Assert.Equal(9, result.Confidence["database"]);
        var manifest = await Manifest(host, result);
        Assert.Equal(["big-one"], manifest.Models);
        Assert.Equal(new TokenCount(400, 40), manifest.Tokens);
        Assert.Equal(1.0m, manifest.CostUsd);
        Assert.Null(manifest.Limitations);
    }

    [Fact]
    public async Task ModelThatStaysAway_IsStoodInForByRulesAndEveryArtifactSaysSo()
    {
        var asked = 0;
        await using var host = new StoryHost(_ =>
        {
            asked++;
            throw OutOfReach();
        });
        await host.Start();

        var result = await ResultWhileTimePasses(host);

        Assert.InRange(asked, PlanningSteps.Consult.Retry.MaxAttempts + 2, (2 * PlanningSteps.Consult.Retry.MaxAttempts) + 12);
        var manifest = await Manifest(host, result);
        Assert.Equal(["rules"], manifest.Models);
        Assert.Equal((new TokenCount(0, 0), 0m), (manifest.Tokens, manifest.CostUsd));
        Assert.Equal([Said], manifest.Limitations);
        foreach (var path in await host.Store.List("SHOP-7", result.Version, default))
        {
            var text = await host.Store.Read("SHOP-7", result.Version, path, default);
            Assert.True(path == "planning_session.log" || text!.Contains(Said, StringComparison.Ordinal), $"{path} does not say it.");
        }

        using var review = JsonDocument.Parse((await host.Store.Read("SHOP-7", result.Version, "review.json", default))!);
        Assert.DoesNotContain(
            review.RootElement.GetProperty("findings").EnumerateArray(),
            f => f.GetProperty("message").GetString()!.Contains("Limitation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task BudgetThatIsUsedUp_IsNotWaitedFor_AndTheCommentSaysSo()
    {
        const string UsedUp = "The service and api specialists thought by rules alone, because the budget of 2.00 US dollars for a run left no room for "
            + "another call.";
        await using var host = new StoryHost(asked => asked.Definition.Name is "service" or "api"
            ? throw new ModelBudgetException("the budget of 2.00 US dollars for a run", "openai", "deep", [new LedgerEntry("scripted", "deep", 100, 10, 0.25m)])
            : ByModel(asked));
        await host.Start();

        var result = await host.Result();

        var manifest = await Manifest(host, result);
        Assert.Equal([UsedUp], manifest.Limitations);
        Assert.Equal(["big-one", "rules"], manifest.Models);
        Assert.Equal(1, manifest.ModelCalls!.By["api"].Calls);
        Assert.Contains($"**Limited.** {UsedUp}", host.Tracker.Comments.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EarlierRounds_AreCountedToo()
    {
        await using var host = new StoryHost(asked => asked.Definition.Name == "service" && asked.Round == 1
            ? ByModel(asked) with { Confidence = 5, Gaps = [new Gap("OrderService", "Where it stands.")], Provenance = Provenance.Rules }
            : ByModel(asked));
        await host.Start();

        var result = await ResultWhileTimePasses(host);

        Assert.Equal(new TokenCount(600, 60), (await Manifest(host, result)).Tokens);
    }

    [Fact]
    public async Task ThatAThingExists_IsNoReasonToAskAModelAgain()
    {
        await using var host = new StoryHost(asked => asked.Definition.Name == "service"
            ? ByModel(asked) with { Confidence = 5, Gaps = [new Gap("OrderService", "Where it stands.")] }
            : ByModel(asked));
        await host.Start();

        var result = await ResultWhileTimePasses(host);

        Assert.Equal(new TokenCount(400, 40), (await Manifest(host, result)).Tokens);
        Assert.Equal(5, result.Confidence["service"]);
    }

    private static Opinion ByModel(Consultation asked) => ScriptedOpinions.Sure(asked) with
    {
        Tasks = [.. ScriptedOpinions.Sure(asked).Tasks.Select(t => t with { Files = [new FileChange($"src/{asked.Definition.Name}.cs", ChangeKind.Add)] })],
        Provenance = new Provenance(ProvenanceKind.Model, "big-one", "deep"),
        Ledger = [new LedgerEntry("scripted", "deep", 100, 10, 0.25m)],
    };

    private static ModelOutOfReachException OutOfReach() => new("The model does not answer.", "big-one", "deep");

    private static async Task<PlanResult> ResultWhileTimePasses(StoryHost host)
    {
        var result = host.Result();
        while (!result.IsCompleted)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(5));
            await Task.WhenAny(result, Task.Delay(20));
        }

        return await result;
    }

    private static async Task<Manifest> Manifest(StoryHost host, PlanResult result) =>
        Planner.Core.Text.PlanJson.Read<Manifest>((await host.Store.Read("SHOP-7", result.Version, Planner.Core.Artifacts.Records.Manifest.Path, default))!);
}
