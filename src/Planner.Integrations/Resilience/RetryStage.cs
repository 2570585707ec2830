using Polly;
using Polly.Retry;

namespace Planner.Integrations.Resilience;

/// <summary>Polly knows no retry of zero attempts; configuration does.</summary>
internal static class RetryStage
{
    public static ResiliencePipelineBuilder<T> AddRetryWhere<T>(this ResiliencePipelineBuilder<T> pipeline, bool isOn, RetryStrategyOptions<T> options) =>
        isOn ? pipeline.AddRetry(options) : pipeline;
}
