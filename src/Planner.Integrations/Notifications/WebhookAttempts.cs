using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Planner.Integrations.Notifications;

/// <summary>
/// Patience with a receiver: a total time-out around attempts with growing pauses and jitter, <c>Retry-After</c> kept, a breaker, and
/// a time-out for each attempt.
/// </summary>
internal sealed class WebhookAttempts(NotificationOptions options, TimeProvider time)
{
    private const int Retries = 4;

    private readonly ResiliencePipeline<WebhookAnswer> pipeline = new ResiliencePipelineBuilder<WebhookAnswer> { TimeProvider = time }
        .AddTimeout(options.Timeout)
        .AddRetry(Retry(options, time))
        .AddCircuitBreaker(Breaker())
        .AddTimeout(options.AttemptTimeout)
        .Build();

    /// <summary>Sends until it is taken, refused, or nothing more helps.</summary>
    public async Task<WebhookAnswer> Run(Func<CancellationToken, Task<WebhookAnswer>> post, CancellationToken cancellation) =>
        await pipeline.ExecuteAsync(async token => await post(token), cancellation);

    /// <summary>The receiver said itself that it took nothing. A gateway's time-out (504) does not say so.</summary>
    private static bool IsRefusedForNow(HttpStatusCode status) => status is
        HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable;

    private static bool NeverArrived(HttpRequestException fault) => fault.HttpRequestError is
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static RetryStrategyOptions<WebhookAnswer> Retry(NotificationOptions options, TimeProvider time) => new()
    {
        MaxRetryAttempts = Retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromSeconds(20),
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
        {
            { Result: { } answer } => IsRefusedForNow(answer.Status) && !(Asked(answer, time) > options.Timeout),
            { Exception: HttpRequestException fault } => NeverArrived(fault),
            _ => false,
        }),
        DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result is { } answer ? Asked(answer, time) : null),
    };

    private static TimeSpan? Asked(WebhookAnswer answer, TimeProvider time)
    {
        var asked = answer.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    private static CircuitBreakerStrategyOptions<WebhookAnswer> Breaker() => new()
    {
        FailureRatio = 0.8,
        MinimumThroughput = 10,
        SamplingDuration = TimeSpan.FromMinutes(1),
        BreakDuration = TimeSpan.FromSeconds(30),
        ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
        {
            { Result: { } answer } => (int)answer.Status >= 500,
            { Exception: HttpRequestException or TimeoutRejectedException or IOException } => true,
            _ => false,
        }),
    };
}
