using System.Net;
using System.Text;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Core.LanguageModels;
using Planner.Integrations.LanguageModels;
using Planner.Integrations.LanguageModels.Settings;
using Planner.Testing.Clock;
using Xunit;

namespace Planner.Integrations.Tests.LanguageModels;

/// <summary>Without a key the process signs in as itself.</summary>
public sealed class ModelIdentityTests
{
    [Fact]
    public async Task Identity_GivesATokenForTheScopeOfModels()
    {
        var scopes = new List<string>();
        var wire = new Wire();
        using var model = Model(wire, DelegatedTokenCredential.Create((context, _) =>
        {
            scopes.AddRange(context.Scopes);
            return new AccessToken("entra-token", DateTimeOffset.MaxValue);
        }));

        await model.Complete(ModelBench.Question(), default);

        Assert.Equal(["https://ai.azure.com/.default"], scopes.Distinct());
        Assert.Equal(("Bearer entra-token", "https://shop.openai.azure.com/openai/v1/chat/completions"), (wire.Authorization, wire.Address));
    }

    [Fact]
    public async Task NoIdentity_SaysHowToGetOne()
    {
        using var model = Model(new Wire(), DelegatedTokenCredential.Create((_, _) => throw new CredentialUnavailableException("None.")));

        var fault = await Assert.ThrowsAsync<ModelRequestException>(() => model.Complete(ModelBench.Question(), default));

        Assert.Contains("az login", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IdentityThatFails_IsTriedAgain()
    {
        using var model = Model(new Wire(), DelegatedTokenCredential.Create((_, _) => throw new AuthenticationFailedException("Timed out.")));

        var fault = await Assert.ThrowsAsync<ModelOutOfReachException>(() => model.Complete(ModelBench.Question(), default));

        Assert.Contains("Entra gave no token", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IdentityWithoutARole_SaysWhichItNeeds()
    {
        var identity = DelegatedTokenCredential.Create((_, _) => new AccessToken("t", DateTimeOffset.MaxValue));
        using var model = Model(new Wire(HttpStatusCode.Unauthorized), identity);

        var fault = await Assert.ThrowsAsync<ModelRequestException>(() => model.Complete(ModelBench.Question(), default));

        Assert.Contains("Cognitive Services OpenAI User", fault.Message, StringComparison.Ordinal);
    }

    private static OpenAiModel Model(HttpMessageHandler wire, TokenCredential identity)
    {
        var options = ModelBench.Options("https://shop.openai.azure.com");
        (options.ApiKey, options.Retries) = (null, 0);
        return new OpenAiModel(options, identity, new ManualClock(), NullLogger<OpenAiModel>.Instance, wire);
    }

    /// <summary>Tokens go over https alone, which no server of a test speaks.</summary>
    private sealed class Wire(HttpStatusCode status = HttpStatusCode.OK) : HttpMessageHandler
    {
        public string? Authorization { get; private set; }

        public string? Address { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Authorization, Address) = (request.Headers.Authorization?.ToString(), request.RequestUri!.AbsoluteUri);
            var body = status == HttpStatusCode.OK ? """{"choices":[{"finish_reason":"stop","message":{"content":"a"}}]}""" : """{"error":{"code":"401"}}""";
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        }
    }
}
