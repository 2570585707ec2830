using System.Globalization;
using Planner.Core.Artifacts.Records;
using Planner.Core.Text;
using Planner.EndToEnd.Tests.Cli;
using Planner.EndToEnd.Tests.Repository;
using Planner.Testing.LanguageModels;
using Xunit;

namespace Planner.EndToEnd.Tests.LanguageModels;

/// <summary>Plans whose budget ends before they do, over real HTTP.</summary>
public sealed class BudgetPlanTests : IDisposable
{
    private const int LongestAnswer = 16_000;

    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task LimitReachedAmidThePanel_LeavesTheRestToRules_AndEveryArtifactSaysSo()
    {
        await using var server = await Server();
        var whole = await Plan(server);
        var all = Manifest(1).ModelCalls!;
        var half = all.By["reading"].Tokens + ((all.Total.Tokens - all.By["reading"].Tokens) / 2) + LongestAnswer;
        var said = $"the budget of {half.ToString("N0", CultureInfo.InvariantCulture)} tokens for a run left no room for another call.";

        var finished = await Plan(server, ("RunTokens", half.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal((0, 0), (whole.Code, finished.Code));
        var manifest = Manifest(2);
        var some = manifest.ModelCalls!.Total;
        Assert.InRange(some.Calls, all.By["reading"].Calls + 1, all.Total.Calls - 1);
        Assert.InRange(some.Tokens, 1, half);
        Assert.Equal(["mind-2026-11-01", "rules"], manifest.Models);
        Assert.All(manifest.Limitations!, l => Assert.EndsWith(said, l, StringComparison.Ordinal));
        foreach (var file in manifest.Files.Where(f => f.Path != "planning_session.log"))
        {
            Assert.True(Artifact(2, file.Path).Contains(said, StringComparison.Ordinal), $"{file.Path} does not say it.");
        }
    }

    [Fact]
    public async Task TerminalTells_WhatWasSpentSoFar_AndThatItIsUsedUp()
    {
        await using var server = await Server();

        var finished = await Plan(server, ("RunTokens", "40000"));

        Assert.Contains("Calls of a model so far: 1, ", finished.Output, StringComparison.Ordinal);
        Assert.Contains("No further call of a model: the budget of 40,000 tokens for a run leaves no room.", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DayThatIsUsedUp_IsUsedUpForTheNextRunToo()
    {
        await using var server = await Server();
        await Plan(server, ("DayTokens", "40000"));
        var first = server.Requests.Count;

        var second = await Plan(server, ("DayTokens", "40000"));

        Assert.Equal(0, second.Code);
        Assert.True(first > 0);
        Assert.Equal(first, server.Requests.Count);
        Assert.Null(Manifest(2).ModelCalls);
        Assert.Equal(["rules"], Manifest(2).Models);
    }

    [Fact]
    public async Task NoBudgetForTheProject_IsAPlanByRules()
    {
        await using var server = await Server();

        var finished = await Plan(server, ("Projects__SHOP__MonthTokens", "0"));

        Assert.Equal(0, finished.Code);
        Assert.Empty(server.Requests);
        Assert.Contains("the budget of 0 tokens for the project SHOP in a month", Artifact(1, "implementation.md"), StringComparison.Ordinal);
    }

    private Manifest Manifest(int version) => PlanJson.Read<Manifest>(Artifact(version, "manifest.json"));

    private string Artifact(int version, string path) => File.ReadAllText(Path.Combine(scratch.Out, "JIRA-SHOP-9", $"v{version}", path));

    private static async Task<ModelServer> Server()
    {
        var server = await ModelServer.Start(TimeProvider.System);
        server.Answer = SmallMind.Answer;
        return server;
    }

    private Task<PlannerProcess.Finished> Plan(ModelServer server, params (string Limit, string Value)[] limits) => InProcessPlanner.Run(
        [
            KeyValuePair.Create("LanguageModel__Endpoint", server.Endpoint),
            KeyValuePair.Create("LanguageModel__ApiKey", ModelServer.Key),
            KeyValuePair.Create("LanguageModel__Deployments__Standard", "mind"),
            .. limits.Select(l => KeyValuePair.Create($"LanguageModel__Budget__{l.Limit}", l.Value)),
        ],
        ["plan", Path.Combine(scratch.Root, "ticket.md"), "--codebase", Path.Combine(scratch.Root, "code"), "--out", scratch.Out]);
}
