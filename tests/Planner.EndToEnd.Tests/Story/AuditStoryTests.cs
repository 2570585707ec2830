using Planner.Core.Artifacts.Records;
using Planner.Core.LanguageModels;
using Planner.Core.Opinions;
using Planner.Core.Planning;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Review.Audits;
using Planner.Core.Review.Reports;
using Planner.Core.Specialists;
using Planner.Core.Text;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

/// <summary>The second reading within the story.</summary>
public sealed class AuditStoryTests
{
    private const string Fault = "The service part forgets its caller.";

    [Fact]
    public async Task FaultThatIsMended_IsReadAgainAndPasses()
    {
        var auditor = new ScriptedAuditor(inputs => inputs.Earlier.Count == 0 ? ScriptedAuditor.Sound(inputs, Missing(inputs)) : Settled(inputs));
        await using var host = await Host(auditor, MendedWhenTold);

        var result = await host.Result();

        Assert.Equal(Verdicts.Approved, result.Verdict);
        Assert.Equal([0, 1], auditor.Asked.Select(a => a.Earlier.Count));
        Assert.Contains(host.Panel.Asked, a => a.Definition.Name == "service" && a.Findings.Any(f => f.Message.Contains(Fault, StringComparison.Ordinal)));
        Assert.DoesNotContain("A1.", await Read(host, result, "review.md"), StringComparison.Ordinal);
        Assert.Contains("A second reading passed", host.Tracker.Comments.Last(), StringComparison.Ordinal);
        var manifest = await Manifest(host, result);
        Assert.Equal((new TokenCount(2_000, 200), 1.0m), (manifest.Tokens, manifest.CostUsd));
        Assert.Equal(["auditor-1", "rules"], manifest.Models);
    }

    [Fact]
    public async Task FaultThatStays_NeedsAttention_AndPageAndCommentSayWhy()
    {
        var auditor = new ScriptedAuditor(inputs => ScriptedAuditor.Sound(inputs, Missing(inputs)));
        await using var host = await Host(auditor, asked => Renamed(asked, asked.Round > 1 ? " once more" : ""));

        var result = await host.Result();

        Assert.Equal(Verdicts.NeedsAttention, result.Verdict);
        Assert.Equal(2, auditor.Asked.Count);
        Assert.Contains($"A1.missing | Error | `tasks.json", await Read(host, result, "review.md"), StringComparison.Ordinal);
        Assert.Contains(Fault, await Read(host, result, "review.md"), StringComparison.Ordinal);
        Assert.Contains(Fault, host.Tracker.Comments.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanThatDidNotChange_IsNotReadTwice()
    {
        var auditor = new ScriptedAuditor(inputs => ScriptedAuditor.Sound(inputs, Missing(inputs)));
        await using var host = await Host(auditor, asked => ScriptedOpinions.Sure(asked));

        var result = await host.Result();

        Assert.Equal(Verdicts.NeedsAttention, result.Verdict);
        Assert.Contains(host.Panel.Asked, a => a.Round == 2);
        Assert.Single(auditor.Asked);
        Assert.Equal(new TokenCount(1_000, 100), (await Manifest(host, result)).Tokens);
    }

    [Fact]
    public async Task AuditorThatStaysAway_IsGoneWithout_AndEveryArtifactSaysSo()
    {
        const string Said = "The plan stands without a second reading: the model big-one was out of reach.";
        var auditor = new ScriptedAuditor(_ => throw new ModelOutOfReachException("The model does not answer.", "big-one", "second"));
        await using var host = await Host(auditor, asked => ScriptedOpinions.Sure(asked));

        var result = await WhileTimePasses(host);

        Assert.Equal(Verdicts.Approved, result.Verdict);
        Assert.Equal(PlanningSteps.Review.Retry.MaxAttempts, auditor.Asked.Count);
        Assert.Equal([Said], (await Manifest(host, result)).Limitations);
        foreach (var path in (await host.Store.List("SHOP-7", result.Version, default)).Where(p => p != "planning_session.log"))
        {
            Assert.True((await Read(host, result, path)).Contains(Said, StringComparison.Ordinal), $"{path} does not say it.");
        }

        Assert.Contains("**not run**", await Read(host, result, "review.md"), StringComparison.Ordinal);
        Assert.Contains($"**Limited.** {Said}", host.Tracker.Comments.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditorThatComesBack_IsWaitedFor()
    {
        var failures = 12;
        var auditor = new ScriptedAuditor(inputs => failures-- > 0
            ? throw new ModelOutOfReachException("The model does not answer.", "big-one", "second")
            : ScriptedAuditor.Sound(inputs));
        await using var host = await Host(auditor, asked => ScriptedOpinions.Sure(asked));

        var result = await WhileTimePasses(host);

        Assert.Null((await Manifest(host, result)).Limitations);
        Assert.Contains("**passed**", await Read(host, result, "review.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BudgetWithoutRoom_IsSaid_AndNobodyWaits()
    {
        const string Limit = "the budget of 2.00 US dollars for a run";
        var auditor = new ScriptedAuditor(_ => throw new ModelBudgetException(Limit, "openai", "second", [ScriptedAuditor.Price]));
        await using var host = await Host(auditor, asked => ScriptedOpinions.Sure(asked));

        var result = await host.Result();

        Assert.Single(auditor.Asked);
        var manifest = await Manifest(host, result);
        Assert.Equal(
            [$"The plan stands without a second reading: {Limit} left no room for another call."],
            manifest.Limitations);
        Assert.Equal(1_000, manifest.ModelCalls!.By["audit"].Input);
    }

    [Fact]
    public async Task AnswerThatCannotBeUsed_IsCountedAndSaid_AndKeepsWhatWasFoundBefore()
    {
        var refused = new RefusedAnswer("No.") { Deployment = "second", Model = "auditor-1", Usage = ModelUsage.None };
        var auditor = new ScriptedAuditor(inputs => inputs.Earlier.Count == 0
            ? ScriptedAuditor.Sound(inputs, Missing(inputs))
            : throw new ModelAnswerException("The model refused: No.", refused, [ScriptedAuditor.Price]));
        await using var host = await Host(auditor, asked => Renamed(asked, asked.Round > 1 ? " once more" : ""));

        var result = await host.Result();

        Assert.Equal(Verdicts.NeedsAttention, result.Verdict);
        Assert.Contains(Fault, await Read(host, result, "review.md"), StringComparison.Ordinal);
        var manifest = await Manifest(host, result);
        Assert.Equal(new TokenCount(2_000, 200), manifest.Tokens);
        Assert.Equal(
            ["The plan stands without a second reading: nothing could be made of what the model auditor-1 said: The model refused: No."],
            manifest.Limitations);
    }

    private static async Task<StoryHost> Host(ScriptedAuditor auditor, Func<Consultation, Opinion> script)
    {
        var host = new StoryHost(script);
        await host.Close();
        host.Open(register: (catalog, ports) => catalog.AddPlanning(ports with { Auditor = auditor }));
        await host.Start();
        return host;
    }

    private static AuditClaim Missing(AuditInputs inputs)
    {
        var task = inputs.Plan.Tasks.First(t => t.Area == "service");
        return new(AuditFault.Missing, Fault, task.Id, task.Title, Blocks: true, Specialist: null);
    }

    private static PlanAudit Settled(AuditInputs inputs)
    {
        var task = inputs.Plan.Tasks.First(t => t.Area == "service");
        return ScriptedAuditor.Sound(inputs) with { Earlier = [new EarlierClaim(1, Holds: false, task.Id, task.Title)] };
    }

    private static Opinion MendedWhenTold(Consultation asked) => Renamed(asked, asked.Findings.Count > 0 ? " and its caller" : "");

    private static Opinion Renamed(Consultation asked, string more)
    {
        var opinion = ScriptedOpinions.Sure(asked);
        return opinion with { Tasks = [.. opinion.Tasks.Select(t => t with { Title = t.Title + more })] };
    }

    private static async Task<PlanResult> WhileTimePasses(StoryHost host)
    {
        var result = host.Result();
        while (!result.IsCompleted)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(5));
            await Task.WhenAny(result, Task.Delay(20, TestContext.Current.CancellationToken));
        }

        return await result;
    }

    private static async Task<string> Read(StoryHost host, PlanResult result, string path) => (await host.Store.Read("SHOP-7", result.Version, path, default))!;

    private static async Task<Manifest> Manifest(StoryHost host, PlanResult result) =>
        PlanJson.Read<Manifest>(await Read(host, result, Planner.Core.Artifacts.Records.Manifest.Path));
}
