using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using OpenAI.Chat;
using Planner.Core.LanguageModels;
using Planner.Integrations.LanguageModels.Chat;
using Planner.Integrations.LanguageModels.Resilience;
using Planner.Integrations.LanguageModels.Settings;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Planner.Integrations.LanguageModels;

/// <summary>
/// Azure OpenAI, OpenAI, and every server that speaks its Chat Completions. One for a process: its limits hold for all runs together.
/// </summary>
public sealed class OpenAiModel : ILanguageModel, IDisposable
{
    private readonly LanguageModelOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<OpenAiModel> logger;
    private readonly ModelDeployments deployments;
    private readonly Uri endpoint;
    private readonly HttpClient http;
    private readonly ChatClient client;
    private readonly ConcurrentDictionary<string, DeploymentPipeline> pipelines = new(StringComparer.Ordinal);

    /// <summary>A model with connections of its own. Nothing is called.</summary>
    /// <param name="options">Validated.</param>
    /// <param name="identity">Who this process is; used where there is no key.</param>
    /// <param name="time">For pauses and time-outs.</param>
    /// <param name="logger">Told of further attempts.</param>
    public OpenAiModel(LanguageModelOptions options, TokenCredential identity, TimeProvider time, ILogger<OpenAiModel> logger)
        : this(options, identity, time, logger, ModelConnection.Sockets())
    {
    }

    internal OpenAiModel(LanguageModelOptions options, TokenCredential identity, TimeProvider time, ILogger<OpenAiModel> logger, HttpMessageHandler inner)
    {
        (this.options, this.time, this.logger) = (options, time, logger);
        deployments = new(options);
        endpoint = ModelEndpoint.Of(options.Endpoint);
        http = ModelConnection.Http(inner);
        client = ModelConnection.Client(options, identity, http);
    }

    /// <inheritdoc />
    public string Kind => ModelKinds.OpenAi;

    /// <inheritdoc />
    public string Deployment(ModelTier tier) => deployments.Of(tier);

    /// <inheritdoc />
    public async Task<ModelAnswer> Complete(ModelRequest request, CancellationToken cancellation)
    {
        var target = new ModelTarget(options, Deployment(request.Tier));
        using var span = ModelSpan.Start(request, target.Deployment, endpoint);
        try
        {
            var began = time.GetTimestamp();
            var answer = await Ask(request, target, cancellation);
            ModelSpan.End(span, answer);
            var (usage, seconds) = (answer.Usage, time.GetElapsedTime(began).TotalSeconds);
            logger.ModelAnswered(target.Deployment, answer.GetType().Name, usage.Input, usage.Cached, usage.Output, seconds);
            return answer;
        }
        catch (Exception fault)
        {
            ModelSpan.Fail(span, fault);
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        http.Dispose();
        foreach (var pipeline in pipelines.Values)
        {
            pipeline.Dispose();
        }
    }

    private async Task<ModelAnswer> Ask(ModelRequest request, ModelTarget target, CancellationToken cancellation)
    {
        var prompt = TokenEstimate.OfPrompt(request);
        var body = ChatRequest.Write(request, target.Deployment, options.ReasoningEffort.Of(request.Tier));
        var response = await Send(body, prompt + request.MaxOutputTokens, target, cancellation);
        if (response.IsCompletion)
        {
            return new ChatAnswer(response.Json, target.Deployment, Guess(response, prompt)).Read();
        }

        if (response.Status == 400 && ContentFilter.HoldsBack(response.Error))
        {
            return new FilteredAnswer(OfRequest: true, ContentFilter.CategoriesOf(response.Error))
            {
                Deployment = target.Deployment,
                Model = target.Deployment,
                Usage = ModelUsage.None,
            };
        }

        throw new ModelErrors(target).Of(response);
    }

    private async Task<ChatResponse> Send(BinaryData body, long expected, ModelTarget target, CancellationToken cancellation)
    {
        var pipeline = pipelines.GetOrAdd(target.Deployment, Open);
        try
        {
            return await pipeline.Send(expected, token => Post(body, pipeline, token), cancellation);
        }
        catch (ClientResultException fault) when (ModelAttempts.IsCut(fault))
        {
            throw ModelOutages.NoConnection(target, fault);
        }
        catch (TimeoutRejectedException fault)
        {
            throw ModelOutages.TooLate(target, fault.Timeout, fault);
        }
        catch (BrokenCircuitException fault)
        {
            throw ModelOutages.LeftInPeace(target, fault);
        }
        catch (CredentialUnavailableException fault)
        {
            throw new ModelRequestException(
                "This process has no identity for the model: sign in by az login, give the host a managed identity, or set LanguageModel__ApiKey.", fault);
        }
        catch (AuthenticationFailedException fault)
        {
            throw ModelOutages.NoToken(target, fault);
        }
    }

    private async Task<ChatResponse> Post(BinaryData body, DeploymentPipeline pipeline, CancellationToken cancellation)
    {
        using var content = BinaryContent.Create(body);
        var sent = new RequestOptions { CancellationToken = cancellation, ErrorOptions = ClientErrorBehaviors.NoThrow };
        var result = await client.CompleteChatAsync(content, sent);
        using var response = result.GetRawResponse();
        return ChatResponse.Of(response, pipeline.Gate);
    }

    private DeploymentPipeline Open(string deployment) =>
        new(deployment, options, time, (why, pause) => logger.ModelAskedAgain(deployment, why, pause.TotalSeconds));

    // A service that counts nothing must not be free to a budget.
    private static ModelUsage Guess(ChatResponse response, long prompt) =>
        new(prompt, 0, 0, TokenEstimate.OfText(response.Json.GetRawText().Length), 0);
}
