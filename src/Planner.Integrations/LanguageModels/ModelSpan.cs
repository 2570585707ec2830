using System.Diagnostics;
using Planner.Core.LanguageModels;
using Planner.Durability.Telemetry;
using Planner.Integrations.LanguageModels.Settings;

namespace Planner.Integrations.LanguageModels;

/// <summary>The span of one call, in OpenTelemetry's words for generative models. No prompt and no answer stands in it.</summary>
internal static class ModelSpan
{
    public static Activity? Start(ModelRequest request, string deployment, Uri endpoint)
    {
        var span = PlannerTelemetry.Source.StartActivity($"chat {deployment}", ActivityKind.Client);
        return span?
            .SetTag("gen_ai.operation.name", "chat")
            .SetTag("gen_ai.provider.name", ModelEndpoint.IsAzure(endpoint) ? "azure.ai.openai" : "openai")
            .SetTag("gen_ai.request.model", deployment)
            .SetTag("gen_ai.request.max_tokens", request.MaxOutputTokens)
            .SetTag("gen_ai.output.type", request.Schema is null ? "text" : "json")
            .SetTag("server.address", endpoint.Host)
            .SetTag("server.port", endpoint.Port);
    }

    public static void End(Activity? span, ModelAnswer answer) => span?
        .SetTag("gen_ai.response.model", answer.Model)
        .SetTag("gen_ai.response.finish_reasons", new[] { Reason(answer) })
        .SetTag("gen_ai.usage.input_tokens", answer.Usage.Input)
        .SetTag("gen_ai.usage.cache_read.input_tokens", answer.Usage.Cached)
        .SetTag("gen_ai.usage.output_tokens", answer.Usage.Output);

    public static void Fail(Activity? span, Exception fault) =>
        span?.SetTag(TagNames.ErrorType, fault.GetType().Name).SetStatus(ActivityStatusCode.Error);

    private static string Reason(ModelAnswer answer) => answer switch
    {
        CompletedAnswer => "stop",
        ToolCallsAnswer => "tool_calls",
        CutOffAnswer => "length",
        FilteredAnswer => "content_filter",
        RefusedAnswer => "refusal",
        EmptyAnswer => "empty",
        _ => throw new InvalidOperationException("The kinds of answers are closed."),
    };
}
