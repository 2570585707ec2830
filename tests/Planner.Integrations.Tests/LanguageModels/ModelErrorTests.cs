using Planner.Core.LanguageModels;
using Planner.Testing.LanguageModels;
using Xunit;

namespace Planner.Integrations.Tests.LanguageModels;

/// <summary>What is no answer says what to mend, or that it is tried again.</summary>
public sealed class ModelErrorTests
{
    public static TheoryData<ModelReply, string> ToMend => new()
    {
        { new ModelReply.Status(400, "invalid_value", "Bad."), "does not take the request (400: invalid_value, Bad.)" },
        { new ModelReply.Status(400, "context_length_exceeded", "Too long."), "LanguageModel__Deployments__Standard to a deployment that reads longer" },
        { new ModelReply.Status(400, "unsupported_parameter", "No.") { Param = "response_format" }, "with strict structured outputs" },
        { new ModelReply.Status(400, "unsupported_value", "No.") { Param = "reasoning_effort" }, "LanguageModel__ReasoningEffort" },
        { new ModelReply.Status(401, "401", $"Incorrect API key provided: {ModelServer.Key}."), "set LanguageModel__ApiKey to a key of the resource" },
        { new ModelReply.Status(403, "403", "Public access is disabled."), "allow this network in the resource's firewall" },
        { new ModelReply.Status(404, "404", "Resource not found"), "LanguageModel__Endpoint must be what /chat/completions follows" },
        { new ModelReply.Status(404, "DeploymentNotFound", "No."), "set LanguageModel__Deployments__Standard to the name of one that it has" },
        { new ModelReply.Status(404, "model_not_found", "No."), "set LanguageModel__Deployments__Standard to the name of one that it has" },
        { new ModelReply.Status(413), "does not take the request (413: No.)" },
        { new ModelReply.Status(301, Headers: ("Location", "http://127.0.0.1:1/")), "set LanguageModel__Endpoint to the address that it leads to" },
        { new ModelReply.Status(429, "insufficient_quota", "You exceeded your quota."), "is used up" },
        { new ModelReply.Huge(17), "more than 16 MB" },
    };

    public static TheoryData<ModelReply, int, string> OutOfReach => new()
    {
        { new ModelReply.Status(429), 5, "takes no more requests for a while (429: No.)" },
        { new ModelReply.Status(408), 5, "cannot answer now (408: No.)" },
        { new ModelReply.Status(500), 5, "cannot answer now (500: No.)" },
        { new ModelReply.Status(503, Headers: ("Retry-After", "1")), 5, "cannot answer now (503: No.)" },
        { new ModelReply.Break(), 5, "broke before the answer was there" },
        { new ModelReply.BreakInBody(), 5, "broke before the answer was there" },
        { new ModelReply.Raw("<html><body>Log in</body></html>", "text/html"), 5, "answers with a web page instead of a completion" },
        { new ModelReply.Raw("""{"choices":[{"finish_reason":"stop","mess"""), 5, "answers with something else instead of a completion" },
        { new ModelReply.Raw("[]"), 5, "answers with something else instead of a completion" },
        { new ModelReply.Raw(""), 5, "answers with something else instead of a completion" },
    };

    [Theory]
    [MemberData(nameof(ToMend), DisableDiscoveryEnumeration = true)]
    public async Task RefusedRequest_SaysWhatToMendAndIsNotRepeated(ModelReply reply, string expected)
    {
        await using var bench = await ModelBench.Open();
        bench.Server.Then(reply);

        var fault = await Assert.ThrowsAsync<ModelRequestException>(() => bench.Ask());

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(ModelServer.Key, fault.ToString(), StringComparison.Ordinal);
        Assert.False(fault.RetryHelps);
        Assert.Single(bench.Server.Requests);
    }

    [Theory]
    [MemberData(nameof(OutOfReach), DisableDiscoveryEnumeration = true)]
    public async Task ServiceThatFailsOnAndOn_IsOutOfReachAfterAllAttempts(ModelReply reply, int attempts, string expected)
    {
        await using var bench = await ModelBench.Open();
        bench.Server.Then(reply, times: 50);

        var fault = await Assert.ThrowsAsync<ModelOutOfReachException>(() => bench.Ask());

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Equal((true, "openai", "gpt-5.2", attempts), (fault.RetryHelps, fault.Model, fault.Deployment, bench.Server.Requests.Count));
        Assert.DoesNotContain(ModelServer.Key, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongKey_IsNotShown()
    {
        await using var bench = await ModelBench.Open(o => o.ApiKey = "wrong-key-0123456789");

        var fault = await Assert.ThrowsAsync<ModelRequestException>(() => bench.Ask());

        Assert.Contains("LanguageModel__ApiKey", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-key", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeploymentThatIsNotThere_IsToldByItsSetting()
    {
        await using var bench = await ModelBench.Open(o => o.Deployments.Deep = "gpt-5.2-pro");
        bench.Server.Deployments.Add("gpt-5.2");

        await bench.Ask();
        var fault = await Assert.ThrowsAsync<ModelRequestException>(() => bench.Ask(ModelBench.Question() with { Tier = ModelTier.Deep }));

        Assert.Contains("LanguageModel__Deployments__Deep", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyThere_IsOutOfReach()
    {
        await using var bench = await ModelBench.Open(o => (o.Endpoint, o.Retries) = ("http://127.0.0.1:9/v1", 0));

        var fault = await Assert.ThrowsAsync<ModelOutOfReachException>(() => bench.Ask());

        Assert.Contains("cannot be reached: check LanguageModel__Endpoint", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SchemaThatTheServiceRefuses_IsToldInItsWords()
    {
        await using var bench = await ModelBench.Open();

        var fault = await Assert.ThrowsAsync<ModelRequestException>(
            () => bench.Ask(ModelBench.Question() with { Schema = new AnswerSchema("opinion", """{"type":"object","properties":{}}""") }));

        Assert.Contains("Invalid schema for response_format 'opinion': In context=(), 'additionalProperties'", fault.Message, StringComparison.Ordinal);
    }
}
