using Planner.Integrations.LanguageModels.Resilience;
using Planner.Testing.Clock;
using Xunit;

namespace Planner.Integrations.Tests.LanguageModels.Resilience;

public sealed class TokenAllowanceTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public async Task TokensThatAreThere_AreTakenAtOnce()
    {
        using var allowance = new TokenAllowance(1_000, clock);

        await allowance.Take(600, default);
        Assert.True(allowance.Take(400, default).IsCompletedSuccessfully);
        Assert.False(allowance.Take(1, default).IsCompleted);
    }

    [Fact]
    public void NoLimit_NeverWaits()
    {
        using var allowance = new TokenAllowance(null, clock);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(allowance.Take(long.MaxValue, default).IsCompletedSuccessfully));
    }

    [Fact]
    public async Task TokensGrowBack_Steadily()
    {
        using var allowance = new TokenAllowance(6_000, clock);
        await allowance.Take(6_000, default);

        var next = allowance.Take(100, default);
        clock.Advance(TimeSpan.FromMilliseconds(990));
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(20));
        await next;
    }

    [Fact]
    public async Task WhatWasNotUsed_IsGivenBack()
    {
        using var allowance = new TokenAllowance(1_000, clock);
        await allowance.Take(1_000, default);

        allowance.Correct(1_000, used: 200);

        Assert.True(allowance.Take(800, default).IsCompletedSuccessfully);
        Assert.False(allowance.Take(1, default).IsCompleted);
    }

    [Fact]
    public async Task WhatWasUsedBesides_IsPaidByThoseWhoCome()
    {
        using var allowance = new TokenAllowance(6_000, clock);
        await allowance.Take(6_000, default);
        allowance.Correct(6_000, used: 9_000);

        var next = allowance.Take(100, default);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        await next;
    }

    [Fact]
    public async Task MoreThanAMinutes_WaitsForAWholeMinutesAndIsLetThrough()
    {
        using var allowance = new TokenAllowance(1_000, clock);

        Assert.True(allowance.Take(50_000, default).IsCompletedSuccessfully);
        var next = allowance.Take(50_000, default);
        clock.Advance(TimeSpan.FromMinutes(1));
        await next;
    }

    [Fact]
    public async Task WhoCameFirst_IsServedFirst()
    {
        using var allowance = new TokenAllowance(1_000, clock);
        await allowance.Take(1_000, default);

        var (large, small) = (allowance.Take(900, default), allowance.Take(1, default));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.False(small.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(30));
        await large;
        await small;
    }

    [Fact]
    public async Task WhoIsCancelled_KeepsNobodyBack()
    {
        using var allowance = new TokenAllowance(1_000, clock);
        await allowance.Take(1_000, default);
        using var stop = new CancellationTokenSource();
        var (gone, stays) = (allowance.Take(1_000, stop.Token), allowance.Take(10, default));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        clock.Advance(TimeSpan.FromSeconds(2));
        await stays;
    }
}
