using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using Azure.Core;
using OpenAI;
using OpenAI.Chat;
using Planner.Core.LanguageModels;
using Planner.Integrations.LanguageModels.Settings;
using Planner.Integrations.Resilience;

namespace Planner.Integrations.LanguageModels;

/// <summary>The official client, without its own retries, time-outs and logs.</summary>
internal static class ModelConnection
{
    private const int MaxResponseBytes = 16 * 1024 * 1024;
    private const string Scope = "https://ai.azure.com/.default";

    public static ChatClient Client(LanguageModelOptions options, TokenCredential identity, HttpClient http)
    {
        var settings = new OpenAIClientOptions
        {
            Endpoint = ModelEndpoint.Of(options.Endpoint),
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            UserAgentApplicationId = "Planner",
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        // The deployment stands in each request, so that one client serves all.
        var name = new ModelDeployments(options).All[0];
#pragma warning disable OPENAI001 // The only way to an Entra token, and what Microsoft's own pages show.
        return string.IsNullOrWhiteSpace(options.ApiKey)
            ? new ChatClient(name, new BearerTokenPolicy(identity, Scope), settings)
            : new ChatClient(name, new ApiKeyCredential(options.ApiKey.Trim()), settings);
#pragma warning restore OPENAI001
    }

    public static HttpClient Http(HttpMessageHandler inner) => new(new BoundedBodyHandler(MaxResponseBytes, TooLarge) { InnerHandler = inner })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>No redirects and no cookies: credentials and code go to the configured address and nowhere else.</summary>
    public static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private static ModelRequestException TooLarge() =>
        new($"The model's service answers with more than {MaxResponseBytes / 1024 / 1024} MB, which is no answer of a model: check LanguageModel__Endpoint.");
}
