using System.ClientModel;
using Planner.Core.LanguageModels;
using Planner.Integrations.LanguageModels.Chat;
using Planner.Integrations.LanguageModels.Settings;
using Planner.Integrations.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Planner.Integrations.LanguageModels.Resilience;

/// <summary>
/// Patience with one deployment, for all runs of the process: a total time-out around attempts with growing pauses and jitter; as many
/// requests at once and tokens in a minute as allowed; the pauses that the service asks for; a breaker that leaves a failing deployment
/// in peace; and a time-out for each attempt. The client's own retries are off: they know neither of Azure's headers.
/// </summary>
internal sealed class DeploymentPipeline : IDisposable
{
    /// <summary>The longest pause that a call waits for; a longer one is the durable step's.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly TokenAllowance tokens;
    private readonly SemaphoreSlim turns;
    private readonly ResiliencePipeline<ChatResponse> call;
    private readonly ResiliencePipeline<ChatResponse> attempt;

    /// <param name="name">Of the deployment.</param>
    /// <param name="options">Validated.</param>
    /// <param name="time">For pauses and time-outs.</param>
    /// <param name="repeated">Told before each further attempt: why, and after which pause.</param>
    public DeploymentPipeline(string name, LanguageModelOptions options, TimeProvider time, Action<string, TimeSpan> repeated)
    {
        var deployments = new ModelDeployments(options);
        Gate = new(time, LongestPause, pause => ModelOutages.AsksForPeace(name, pause));
        tokens = new(deployments.TokensPerMinute(name), time);
        turns = new(deployments.RequestsAtOnce(name));
        call = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = time }
            .AddTimeout(options.TotalTimeout)
            .AddRetryWhere(options.Retries > 0, Retry(options, repeated))
            .Build();
        attempt = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = time }
            .AddCircuitBreaker(Breaker())
            .AddTimeout(options.Timeout)
            .Build();
    }

    /// <summary>Closed while the service asks to wait.</summary>
    public RetryAfterGate Gate { get; }

    /// <summary>Sends until there is an answer, or nothing more helps.</summary>
    /// <param name="expected">Tokens that prompt and answer take at most.</param>
    /// <param name="post">One attempt.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<ChatResponse> Send(long expected, Func<CancellationToken, Task<ChatResponse>> post, CancellationToken cancellation) =>
        await call.ExecuteAsync(token => Attempt(expected, post, token), cancellation);

    /// <inheritdoc />
    public void Dispose()
    {
        tokens.Dispose();
        turns.Dispose();
    }

    /// <summary>Waiting for a turn is no part of the attempt, whose time-out is for the service alone.</summary>
    private async ValueTask<ChatResponse> Attempt(long expected, Func<CancellationToken, Task<ChatResponse>> post, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            await tokens.Take(expected, cancellation);
            return await Post(expected, post, cancellation);
        }
        finally
        {
            turns.Release();
        }
    }

    private async Task<ChatResponse> Post(long expected, Func<CancellationToken, Task<ChatResponse>> post, CancellationToken cancellation)
    {
        try
        {
            // While a turn was waited for, the service may have asked for peace.
            await Gate.Wait(cancellation);
            var response = await attempt.ExecuteAsync(async token => await post(token), cancellation);
            Book(response, expected);
            return response;
        }
        catch (Exception fault) when (fault is BrokenCircuitException or ModelOutOfReachException)
        {
            // Nothing was sent.
            tokens.Correct(expected, used: 0);
            throw;
        }
    }

    // Where the service took nothing, nothing was used; where it does not tell, what was expected stays booked.
    private void Book(ChatResponse response, long expected)
    {
        if (response.Status == 429)
        {
            tokens.Correct(expected, used: 0);
        }
        else if (ChatUsage.Of(response.Json) is { } usage)
        {
            tokens.Correct(expected, usage.Input + usage.Output);
        }

        if (response is { Status: 429 or 503, RetryAfter: { } pause })
        {
            Gate.Close(pause);
        }
    }

    private static RetryStrategyOptions<ChatResponse> Retry(LanguageModelOptions options, Action<string, TimeSpan> repeated) => new()
    {
        MaxRetryAttempts = Math.Max(1, options.Retries),
        BackoffType = DelayBackoffType.Exponential,
        Delay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromSeconds(30),
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(ModelAttempts.IsWorthAnother(args.Outcome)),
        DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
        OnRetry = args =>
        {
            repeated(ModelAttempts.Why(args.Outcome), args.RetryDelay);
            return ValueTask.CompletedTask;
        },
    };

    private static CircuitBreakerStrategyOptions<ChatResponse> Breaker() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 10,
        SamplingDuration = TimeSpan.FromSeconds(60),
        BreakDuration = TimeSpan.FromSeconds(30),
        ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
        {
            { Result: { } response } => response.Status >= 500,
            { Exception: ClientResultException or TimeoutRejectedException } => true,
            _ => false,
        }),
    };
}
