using System.Text.Json;
using System.Text.Json.Nodes;
using Planner.EndToEnd.Tests.Cli;
using Planner.EndToEnd.Tests.Repository;
using Planner.Testing.LanguageModels;
using Xunit;

namespace Planner.EndToEnd.Tests.LanguageModels;

/// <summary>A plan of a model is read by another one, over real HTTP.</summary>
public sealed class AuditedPlanTests : IDisposable
{
    private const string Caller = "Invoice.cs";
    private const string Missing = "Invoice.Total calls Round and no task changes it.";
    private const string Line = "public decimal Total(decimal net) => prices.Round(net);";

    private readonly ScratchFolder scratch = new();

    public AuditedPlanTests() =>
        scratch.Write($"code/{Caller}", $"namespace Shop;\n\npublic sealed class Invoice(PriceList prices)\n{{\n    {Line}\n}}\n");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task CallerThatIsForgotten_IsFound_Mended_AndReadAgain()
    {
        await using var server = await Server(mends: true);

        var finished = await Plan(server);

        Assert.Equal((0, ""), (finished.Code, finished.Errors));
        Assert.Contains(Caller, Artifact("tasks.md"), StringComparison.Ordinal);
        using var review = JsonDocument.Parse(Artifact("review.json"));
        Assert.Equal("Passed", review.RootElement.GetProperty("audit").GetProperty("status").GetString());
        Assert.DoesNotContain("A1.", Artifact("review.md"), StringComparison.Ordinal);
        Assert.Equal(2, Audits(server).Count(r => r.Messages[^1].Role == "user"));
    }

    [Fact]
    public async Task CallerThatStaysForgotten_NeedsAttention_AndPageAndCommentSayWhy()
    {
        await using var server = await Server(mends: false);

        var finished = await Plan(server);

        Assert.Equal((0, ""), (finished.Code, finished.Errors));
        Assert.Contains("**NEEDS ATTENTION**", Artifact("review.md"), StringComparison.Ordinal);
        Assert.Contains(Missing, Artifact("review.md"), StringComparison.Ordinal);
        Assert.Contains(Missing, File.ReadAllText(Path.Combine(scratch.Root, "SHOP-9.comment.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_GoesToTheDeploymentThatIsSetForIt_AndIsPaidByItsPrice()
    {
        await using var server = await Server(mends: true);

        await Plan(server);

        Assert.All(server.Requests, r => Assert.Equal(r.Schema == "audit" ? "second" : "mind", r.Model));
        using var manifest = JsonDocument.Parse(Artifact("manifest.json"));
        Assert.Equal(
            ["mind-2026-11-01", "second-2026-11-01"],
            manifest.RootElement.GetProperty("models").EnumerateArray().Select(m => m.GetString()));
    }

    [Fact]
    public async Task AuditThatOnlyPraises_HasNotRun_AndThePlanSaysSo()
    {
        await using var server = await Server(mends: true);
        server.Answer = request => request.Schema == "audit" ? new ModelReply.Text(SmallestAnswer.To(request.Body)) : SmallMind.Answer(request);

        var finished = await Plan(server);

        Assert.Equal((0, ""), (finished.Code, finished.Errors));
        Assert.Contains("The plan stands without a second reading", Artifact("implementation.md"), StringComparison.Ordinal);
        Assert.Contains("**not run**", Artifact("review.md"), StringComparison.Ordinal);
    }

    private static IEnumerable<ModelServerRequest> Audits(ModelServer server) => server.Requests.Where(r => r.Schema == "audit");

    private static async Task<ModelServer> Server(bool mends)
    {
        var server = await ModelServer.Start(TimeProvider.System);
        server.Answer = request => request.Schema switch
        {
            "audit" when !request.Messages.Any(m => m.Role == "tool") => new ModelReply.ToolCalls(("search", """{"text":"Round(","files":null}""")),
            "audit" => new ModelReply.Text(Audit(request).ToJsonString()),
            "opinion" when mends && request.Messages.Any(m => m.Text.Contains("the review found in your part", StringComparison.Ordinal)) => Mended(request),
            _ => SmallMind.Answer(request),
        };
        return server;
    }

    /// <summary>Misses the caller until a task names it; then it says that the number is settled.</summary>
    private static JsonObject Audit(ModelServerRequest request)
    {
        var answer = SmallMind.Audit(request);
        var plan = request.Messages.First(m => m.Text.StartsWith("# The plan", StringComparison.Ordinal)).Text;
        var isTold = request.Messages.Any(m => m.Text.StartsWith("# What was found in the plan", StringComparison.Ordinal));
        if (!plan.Contains($"modify {Caller}", StringComparison.Ordinal))
        {
            answer["missing"] = new JsonArray(new JsonObject
            {
                ["place"] = "T001",
                ["quote"] = Line,
                ["message"] = Missing,
                ["blocks"] = true,
                ["specialist"] = null,
            });
        }
        else if (isTold)
        {
            answer["earlier"] = new JsonArray(new JsonObject { ["number"] = 1, ["place"] = Caller, ["quote"] = $"modify {Caller}", ["holds"] = false });
        }

        return answer;
    }

    private static ModelReply Mended(ModelServerRequest request)
    {
        if (SmallMind.Answer(request) is not ModelReply.Text text || JsonNode.Parse(text.Content) is not JsonObject answer)
        {
            return SmallMind.Answer(request);
        }

        foreach (var task in answer["tasks"]!.AsArray())
        {
            task!["files"]!.AsArray().Add(new JsonObject { ["path"] = Caller, ["change"] = "modify", ["what"] = "rounds the total" });
        }

        return new ModelReply.Text(answer.ToJsonString());
    }

    private string Artifact(string path) => File.ReadAllText(Path.Combine(scratch.Out, "JIRA-SHOP-9", "v1", path));

    private Task<PlannerProcess.Finished> Plan(ModelServer server) => InProcessPlanner.Run(
        [
            KeyValuePair.Create("LanguageModel__Endpoint", server.Endpoint),
            KeyValuePair.Create("LanguageModel__ApiKey", ModelServer.Key),
            KeyValuePair.Create("LanguageModel__Deployments__Standard", "mind"),
            KeyValuePair.Create("LanguageModel__Deployments__Audit", "second"),
        ],
        ["plan", Path.Combine(scratch.Root, "ticket.md"), "--codebase", Path.Combine(scratch.Root, "code"), "--out", scratch.Out]);
}
