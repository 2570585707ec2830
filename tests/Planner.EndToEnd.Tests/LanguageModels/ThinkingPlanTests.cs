using System.Text.Json;
using Planner.EndToEnd.Tests.Cli;
using Planner.EndToEnd.Tests.Repository;
using Planner.Testing.LanguageModels;
using Xunit;

namespace Planner.EndToEnd.Tests.LanguageModels;

/// <summary>A plan that is thought by a language model, over real HTTP.</summary>
public sealed class ThinkingPlanTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Plan_IsMadeOfTheModelsAnswers_AndSaysWhatTheyTook()
    {
        await using var server = await Server();

        var finished = await Plan(server);

        Assert.Equal((0, ""), (finished.Code, finished.Errors));
        Assert.Contains(SmallMind.Title, Artifact("tasks.md"), StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(Artifact("manifest.json"));
        Assert.Equal(["mind-2026-11-01"], manifest.RootElement.GetProperty("models").EnumerateArray().Select(m => m.GetString()));
        Assert.True(manifest.RootElement.GetProperty("costUsd").GetDecimal() > 0);
        Assert.All(server.Requests, r => Assert.Equal($"Bearer {ModelServer.Key}", r.Authorization));
    }

    [Fact]
    public async Task SecondPlanOfTheSameTicket_PaysAnew_ButNothingTwiceWithinARun()
    {
        await using var server = await Server();

        await Plan(server);
        var first = server.Requests.Count;
        await Plan(server);

        Assert.Equal(2 * first, server.Requests.Count);
        Assert.Equal(first, server.Requests.Select(r => r.Body.ToJsonString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task ModelThatRefuses_LeavesItToTheRules_AndThePlanSaysSo()
    {
        await using var server = await Server();
        server.Answer = request => request.Schema == "opinion" ? new ModelReply.Refusal("I would rather not.") : SmallMind.Answer(request);

        var finished = await Plan(server);

        Assert.Equal((0, ""), (finished.Code, finished.Errors));
        Assert.Contains("I would rather not", Artifact("implementation.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ModelThatIsAskedForAndNotSetUp_IsExplained()
    {
        var finished = await scratch.PlanTicket("--model", "openai");

        Assert.Equal(2, finished.Code);
        Assert.Contains("LanguageModel__Endpoint", finished.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_ThinkWhereTheyAreAskedFor_ThoughAModelIsSetUp()
    {
        await using var server = await Server();

        var finished = await Plan(server, "--model", "rules");

        Assert.Equal(0, finished.Code);
        Assert.Empty(server.Requests);
    }

    private string Artifact(string path) => File.ReadAllText(Path.Combine(scratch.Out, "JIRA-SHOP-9", "v1", path));

    private static async Task<ModelServer> Server()
    {
        var server = await ModelServer.Start(TimeProvider.System);
        server.Answer = SmallMind.Answer;
        return server;
    }

    private Task<PlannerProcess.Finished> Plan(ModelServer server, params string[] more) => InProcessPlanner.Run(
        [
            KeyValuePair.Create("LanguageModel__Endpoint", server.Endpoint),
            KeyValuePair.Create("LanguageModel__ApiKey", ModelServer.Key),
            KeyValuePair.Create("LanguageModel__Deployments__Standard", "mind"),
            KeyValuePair.Create("LanguageModel__Prices__mind__Input", "1"),
            KeyValuePair.Create("LanguageModel__Prices__mind__Output", "8"),
        ],
        ["plan", Path.Combine(scratch.Root, "ticket.md"), "--codebase", Path.Combine(scratch.Root, "code"), "--out", scratch.Out, .. more]);
}
