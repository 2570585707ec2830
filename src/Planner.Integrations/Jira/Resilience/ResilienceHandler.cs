using System.Net;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Planner.Integrations.Jira.Resilience;

/// <summary>
/// Patience with a Jira that fails: a total time-out around attempts with growing pauses and jitter, as many calls at once as
/// allowed, Jira's own limits kept, a breaker that leaves a failing Jira in peace, and a time-out for each attempt. A write that
/// may have taken effect is not sent again; whoever sent it looks first.
/// </summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private readonly RetryAfterGate gate;
    private readonly WriteLimit writes;
    private readonly SemaphoreSlim bulkhead;
    private readonly ResiliencePipeline<HttpResponseMessage> call;
    private readonly ResiliencePipeline<HttpResponseMessage> attempt;
    private static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("Planner.Jira.Request");

    public ResilienceHandler(JiraOptions options, TimeProvider time)
    {
        gate = new(time, options.TotalTimeout, Later);
        writes = new(time);
        bulkhead = new(options.Concurrency);
        call = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddTimeout(options.TotalTimeout)
            .AddRetryWhere(options.Retries > 0, Retry(options))
            .Build();
        attempt = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddCircuitBreaker(Breaker())
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Request, request);
        try
        {
            return await call.ExecuteAsync(c => Attempt(request, c.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            bulkhead.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Waiting for a turn is no part of the attempt, whose time-out is for Jira alone.</summary>
    private async ValueTask<HttpResponseMessage> Attempt(HttpRequestMessage request, CancellationToken cancellation)
    {
        await gate.Wait(cancellation);
        if (CallOf(request).WritesTo is { } issue)
        {
            await writes.Wait(issue, cancellation);
        }

        await bulkhead.WaitAsync(cancellation);
        try
        {
            var answer = await attempt.ExecuteAsync(async token => await base.SendAsync(request, token), cancellation);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests && Asked(answer) is { } pause)
            {
                gate.Close(pause);
            }

            return answer;
        }
        finally
        {
            bulkhead.Release();
        }
    }

    private TimeSpan? Asked(HttpResponseMessage answer) => gate.Asked(answer.Headers.RetryAfter);

    private static JiraRateLimitedException Later(TimeSpan pause) =>
        new($"Jira takes no more calls for {pause.TotalSeconds:0} s, as it said; then it is tried again.");

    private RetryStrategyOptions<HttpResponseMessage> Retry(JiraOptions options) => new()
    {
        MaxRetryAttempts = Math.Max(1, options.Retries),
        BackoffType = DelayBackoffType.Exponential,
        Delay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromSeconds(30),
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(IsWorthAnother(args.Context.Properties.GetValue(Request, null!), args.Outcome)),
        DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result is { } answer ? Asked(answer) : null),
        OnRetry = args =>
        {
            args.Outcome.Result?.Dispose();
            return ValueTask.CompletedTask;
        },
    };

    private bool IsWorthAnother(HttpRequestMessage request, Outcome<HttpResponseMessage> outcome)
    {
        var repeatable = CallOf(request).IsRepeatable;
        return outcome switch
        {
            { Result: { StatusCode: HttpStatusCode.TooManyRequests } answer } => Asked(answer) is not { } pause || pause <= TimeSpan.FromMinutes(1),
            { Result: { } answer } => repeatable && JiraAttempts.IsTransient(answer.StatusCode),
            { Exception: HttpRequestException fault } => repeatable || !JiraAttempts.WasSent(fault),
            { Exception: TimeoutRejectedException } => repeatable,
            _ => false,
        };
    }

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 10,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = TimeSpan.FromSeconds(15),
        ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
        {
            { Result: { } answer } => (int)answer.StatusCode >= 500,
            { Exception: HttpRequestException or TimeoutRejectedException } => true,
            _ => false,
        }),
    };

    private static JiraCall CallOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(JiraAttempts.Call, out var call) ? call : throw new InvalidOperationException("Only calls of the Jira client pass here.");
}
