using System.Text.Json.Nodes;
using Planner.EndToEnd.Tests.Cli;
using Planner.EndToEnd.Tests.Repository;
using Planner.Testing.LanguageModels;
using Planner.Testing.ToolServer;
using Xunit;

namespace Planner.EndToEnd.Tests.LanguageModels;

/// <summary>Plans for which a model asks servers of tools, both over real HTTP.</summary>
public sealed class ToolServerPlanTests : IDisposable
{
    private const string Citation = "mcp:docs/search";

    private readonly ScratchFolder scratch = new();

    private string ConfigPath => Path.Combine(scratch.Root, "servers.json");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task ResultOfATool_ReachesTheSpecialist_AndThePlanCitesIt()
    {
        await using var tools = await HttpToolServer.Start();
        await using var server = await Server(Asking);
        Write(tools.Address);

        var finished = await Plan(server);

        Assert.Equal((0, ""), (finished.Code, finished.Errors));
        Assert.Equal(["""search {"query":"orders"}"""], tools.Tools.Calls.Distinct(StringComparer.Ordinal));
        Assert.Contains(server.Requests, r => r.Messages.Any(m => m.Role == "tool" && m.Text.Contains(SomeTools.Document, StringComparison.Ordinal)));
        Assert.Contains(Citation, Artifact("confidence_scores.json"), StringComparison.Ordinal);
        Assert.Contains("Asked docs/search, which gave", Artifact("planning_session.log"), StringComparison.Ordinal);
        Assert.Single(Opinions(server).Select(r => r.Body["tools"]!.ToJsonString()).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ServerThatIsNotThere_IsALimitationAndNoFault()
    {
        await using var server = await Server(SmallMind.Answer);
        Write("http://127.0.0.1:9/mcp");

        var finished = await Plan(server);

        Assert.Equal(0, finished.Code);
        Assert.Contains("The tool server docs is not used: it is out of reach.", Artifact("implementation.md"), StringComparison.Ordinal);
        Assert.All(Opinions(server), r => Assert.DoesNotContain("mcp_", r.Body["tools"]!.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunThatTheRulesThink_AsksNoServer()
    {
        await using var tools = await HttpToolServer.Start();
        await using var server = await Server(SmallMind.Answer);
        Write(tools.Address);

        var finished = await Plan(server, "--model", "rules");

        Assert.Equal(0, finished.Code);
        Assert.Empty(tools.Authorizations);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task ConfigurationInTheCodeBase_IsRefusedBeforeAnythingIsStarted()
    {
        await using var server = await Server(SmallMind.Answer);
        var inside = Path.Combine(scratch.Root, "code", ".mcp.json");
        await File.WriteAllTextAsync(inside, """{"mcpServers":{"docs":{"command":"touch","args":["started"]}}}""", TestContext.Current.CancellationToken);

        var finished = await InProcessPlanner.Run([.. Settings(server), KeyValuePair.Create("Mcp__ConfigPath", inside)], Arguments([]));

        Assert.Equal(2, finished.Code);
        Assert.Contains("in a code base that is planned against", finished.Errors, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Doctor_TellsOfEachServer()
    {
        await using var tools = await HttpToolServer.Start();
        Write(tools.Address);

        var finished = await InProcessPlanner.Run(
            [KeyValuePair.Create("Mcp__ConfigPath", ConfigPath), KeyValuePair.Create("Mcp__AllowedTools__0", "docs/search")],
            ["doctor", "--data", scratch.Out]);

        Assert.Contains("tools of docs    answers; may be asked for search", finished.Output, StringComparison.Ordinal);
    }

    /// <summary>Who has the criteria asks the tool, and rests on what it said.</summary>
    private static ModelReply Asking(ModelServerRequest request)
    {
        var hasLookedUp = request.Messages.Any(m => m.Role == "tool");
        if (request.Schema == "opinion" && !hasLookedUp)
        {
            return new ModelReply.ToolCalls(("mcp_docs_search", """{"query":"orders","limit":null}"""));
        }

        if (SmallMind.Answer(request) is not ModelReply.Text answer || request.Schema != "opinion")
        {
            return SmallMind.Answer(request);
        }

        var opinion = JsonNode.Parse(answer.Content)!.AsObject();
        opinion["evidence"] = new JsonArray($"{Citation} -- {SomeTools.Document}");
        return new ModelReply.Text(opinion.ToJsonString());
    }

    private static IEnumerable<ModelServerRequest> Opinions(ModelServer server) => server.Requests.Where(r => r.Schema == "opinion");

    private void Write(string address) => File.WriteAllText(
        ConfigPath,
        new JsonObject { ["mcpServers"] = new JsonObject { ["docs"] = new JsonObject { ["type"] = "http", ["url"] = address } } }.ToJsonString());

    private string Artifact(string path) => File.ReadAllText(Path.Combine(scratch.Out, "JIRA-SHOP-9", "v1", path));

    private static async Task<ModelServer> Server(Func<ModelServerRequest, ModelReply> answer)
    {
        var server = await ModelServer.Start(TimeProvider.System);
        server.Answer = answer;
        return server;
    }

    private Task<PlannerProcess.Finished> Plan(ModelServer server, params string[] more) => InProcessPlanner.Run(
        [.. Settings(server), KeyValuePair.Create("Mcp__ConfigPath", ConfigPath)], Arguments(more));

    private string[] Arguments(string[] more) =>
        ["plan", Path.Combine(scratch.Root, "ticket.md"), "--codebase", Path.Combine(scratch.Root, "code"), "--out", scratch.Out, .. more];

    private static KeyValuePair<string, string>[] Settings(ModelServer server) =>
    [
        KeyValuePair.Create("LanguageModel__Endpoint", server.Endpoint),
        KeyValuePair.Create("LanguageModel__ApiKey", ModelServer.Key),
        KeyValuePair.Create("LanguageModel__Deployments__Standard", "mind"),
        KeyValuePair.Create("Mcp__AllowedTools__0", "docs/search"),
    ];
}
