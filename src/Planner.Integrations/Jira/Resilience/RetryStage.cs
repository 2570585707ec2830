using Polly;
using Polly.Retry;

namespace Planner.Integrations.Jira.Resilience;

/// <summary>Polly knows no retry of zero attempts; configuration does.</summary>
internal static class RetryStage
{
    public static ResiliencePipelineBuilder<HttpResponseMessage> AddRetryWhere(
        this ResiliencePipelineBuilder<HttpResponseMessage> pipeline, bool isOn, RetryStrategyOptions<HttpResponseMessage> options) =>
        isOn ? pipeline.AddRetry(options) : pipeline;
}
