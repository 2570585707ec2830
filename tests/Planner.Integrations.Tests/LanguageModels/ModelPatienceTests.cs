using Planner.Core.LanguageModels;
using Planner.Testing.LanguageModels;
using Xunit;

namespace Planner.Integrations.Tests.LanguageModels;

/// <summary>Attempts, pauses, limits and the breaker.</summary>
public sealed class ModelPatienceTests
{
    public static TheoryData<string, string, int> Pauses => new()
    {
        { "retry-after", "7", 7_000 },
        { "retry-after", "Sun, 01 Mar 2026 09:00:20 GMT", 15_000 },
        { "retry-after-ms", "6500", 6_500 },
        { "x-ms-retry-after-ms", "6500.5", 6_500 },
    };

    public static TheoryData<string, string> LongPauses => new()
    {
        { "retry-after", "300" },
        { "retry-after", "Sun, 01 Mar 2026 12:00:00 GMT" },
        { "retry-after-ms", "600000" },
        { "x-ms-retry-after-ms", "99999999999999" },
    };

    [Theory]
    [MemberData(nameof(Pauses))]
    public async Task PauseThatTheServiceAsksFor_IsKept(string header, string value, int atLeast)
    {
        await using var bench = await ModelBench.Open();
        bench.Server.Then(new ModelReply.Status(429, "rate_limit_exceeded", "Slow down.", (header, value)));

        Assert.IsType<CompletedAnswer>(await bench.Ask());

        var times = bench.Server.Requests.Select(r => r.At).ToList();
        Assert.Equal(2, times.Count);
        Assert.InRange((times[1] - times[0]).TotalMilliseconds, atLeast, 25_000);
    }

    [Theory]
    [MemberData(nameof(LongPauses))]
    public async Task LongerPause_IsLeftToTheStepAndHoldsForEveryCall(string header, string value)
    {
        await using var bench = await ModelBench.Open();
        bench.Server.Then(new ModelReply.Status(429, "rate_limit_exceeded", "Slow down.", (header, value)));

        await Assert.ThrowsAsync<ModelOutOfReachException>(() => bench.Ask());
        var fault = await Assert.ThrowsAsync<ModelOutOfReachException>(() => bench.Ask());

        Assert.Contains("takes no more requests for", fault.Message, StringComparison.Ordinal);
        Assert.Single(bench.Server.Requests);
        bench.Clock.Advance(TimeSpan.FromHours(4));
        Assert.IsType<CompletedAnswer>(await bench.Ask());
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("NaN")]
    public async Task PauseThatCannotBeRead_IsOurOwn(string value)
    {
        await using var bench = await ModelBench.Open();
        bench.Server.Then(new ModelReply.Status(429, null, "Slow down.", ("retry-after-ms", value), ("retry-after", value)));

        Assert.IsType<CompletedAnswer>(await bench.Ask());
    }

    [Fact]
    public async Task FaultsForAWhile_AreSurvived()
    {
        await using var bench = await ModelBench.Open();
        bench.Server
            .Then(new ModelReply.Status(500)).Then(new ModelReply.Break()).Then(new ModelReply.BreakInBody())
            .Then(new ModelReply.Raw("<html>", "text/html")).Then(new ModelReply.Text("there"));

        Assert.Equal("there", Assert.IsType<CompletedAnswer>(await bench.Ask()).Text);
        Assert.Equal(5, bench.Server.Requests.Count);
    }

    [Fact]
    public async Task SilentService_IsAskedAgainAfterTheTimeOut()
    {
        await using var bench = await ModelBench.Open(o => o.Timeout = TimeSpan.FromMinutes(3));
        bench.Server.Then(new ModelReply.Silence());

        Assert.IsType<CompletedAnswer>(await bench.Ask());

        var times = bench.Server.Requests.Select(r => r.At).ToList();
        Assert.InRange(times[1] - times[0], TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task ServiceThatStaysSilent_IsOutOfReachAfterTheTotalTime()
    {
        await using var bench = await ModelBench.Open(o => (o.Timeout, o.TotalTimeout) = (TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)));
        bench.Server.Then(new ModelReply.Silence(), times: 10);
        var start = bench.Clock.GetUtcNow();

        var fault = await Assert.ThrowsAsync<ModelOutOfReachException>(() => bench.Ask());

        Assert.Contains("did not answer in", fault.Message, StringComparison.Ordinal);
        Assert.InRange(bench.Clock.GetUtcNow() - start, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task SlowAnswer_IsWaitedFor()
    {
        await using var bench = await ModelBench.Open();
        bench.Server.Then(new ModelReply.Slow(TimeSpan.FromMinutes(4), new ModelReply.Text("at last")));

        Assert.Equal("at last", Assert.IsType<CompletedAnswer>(await bench.Ask()).Text);
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task HostThatStops_EndsTheCallAtOnce()
    {
        await using var bench = await ModelBench.Open();
        bench.Server.Then(new ModelReply.Silence());
        using var stop = new CancellationTokenSource();
        var asking = Task.Run(() => bench.Model.Complete(ModelBench.Question(), stop.Token));
        while (bench.Server.Held == 0)
        {
            await Task.Delay(1);
        }

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task DeploymentThatFailsOnAndOn_IsLeftInPeaceAndTheOthersAreNot()
    {
        await using var bench = await ModelBench.Open(o => (o.Retries, o.Deployments.Fast) = (0, "small"));
        bench.Server.Answer = request => request.Model == "small" ? new ModelReply.Text("ok") : new ModelReply.Status(500);
        for (var i = 0; i < 10; i++)
        {
            await Assert.ThrowsAsync<ModelOutOfReachException>(() => bench.Ask());
        }

        var before = bench.Server.Requests.Count;

        var fault = await Assert.ThrowsAsync<ModelOutOfReachException>(() => bench.Ask());

        Assert.Contains("paused for a moment", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, bench.Server.Requests.Count);
        Assert.IsType<CompletedAnswer>(await bench.Ask(ModelBench.Question() with { Tier = ModelTier.Fast }));
        bench.Server.Answer = _ => new ModelReply.Text("well again");
        bench.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.IsType<CompletedAnswer>(await bench.Ask());
    }

    [Fact]
    public async Task MoreCallsAtOnceThanAllowed_WaitForTheirTurn()
    {
        await using var bench = await ModelBench.Open(o => o.RequestsAtOnce = 3);
        bench.Server.Then(new ModelReply.Slow(TimeSpan.FromSeconds(5), new ModelReply.Text("ok")), times: 12);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        // While the clock stands still nothing is let go, so that as many gather as are let through.
        var calls = Enumerable.Range(0, 12).Select(_ => Task.Run(() => bench.Model.Complete(ModelBench.Question(), limit.Token))).ToList();
        while (bench.Server.Held < 3)
        {
            await Task.Delay(1, limit.Token);
        }

        await bench.Run(() => Task.WhenAll(calls));

        Assert.Equal(3, bench.Server.MostHeld);
    }

    [Fact]
    public async Task TokensOfAMinute_AreSharedByAllCalls()
    {
        // Each is expected to take 5,000, and does.
        await using var bench = await ModelBench.Open(o => (o.TokensPerMinute, o.RequestsAtOnce) = (10_000, 10));
        bench.Server.Answer = _ => new ModelReply.Raw(
            """{"choices":[{"finish_reason":"stop","message":{"content":"a"}}],"usage":{"prompt_tokens":4000,"completion_tokens":1000}}""");
        var start = bench.Clock.GetUtcNow();

        var calls = Enumerable.Range(0, 6).Select(_ => Task.Run(() => bench.Model.Complete(ModelBench.Question(maxOutputTokens: 4_990), default))).ToList();
        await bench.Run(() => Task.WhenAll(calls));

        // 30,000 tokens: 10,000 at once, 20,000 in the two minutes that they take to grow back.
        Assert.InRange(bench.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(115), TimeSpan.FromSeconds(150));
    }
}
