using System.Collections.Concurrent;
using Planner.Codebase.Reading;
using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.Reading;

public sealed class SharedReadingsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly BlockingCollection<bool> goOn = [];
    private readonly SemaphoreSlim begun = new(0);
    private int readings;

    [Fact]
    public async Task ThoseWhoAskWhileOneIsUnderWay_ShareTheNext()
    {
        var shared = new SharedReadings(Read);
        var first = shared.Ask(default);
        await Begun();
        var later = Enumerable.Range(0, 20).Select(_ => shared.Ask(default)).ToList();

        Go(2);

        Assert.Equal("1", (await first).Commit);
        Assert.All(await Task.WhenAll(later), index => Assert.Equal("2", index.Commit));
        Assert.Equal(2, readings);
    }

    [Fact]
    public async Task ReadingAfterAllOthers_IsANewOne()
    {
        var shared = new SharedReadings(Read);
        Go(2);

        Assert.Equal("1", (await shared.Ask(default)).Commit);
        Assert.Equal("2", (await shared.Ask(default)).Commit);
    }

    [Fact]
    public async Task ReadingThatFailed_IsToldToThoseWhoSharedItAndToNobodyElse()
    {
        var isFirst = true;
        var shared = new SharedReadings(token => Interlocked.Exchange(ref isFirst, false) && Read(token) is not null
            ? throw new CodebaseUnreadableException("No.")
            : Read(token));
        var first = shared.Ask(default);
        await Begun();
        var second = shared.Ask(default);

        Go(2);

        await Assert.ThrowsAsync<CodebaseUnreadableException>(() => first);
        Assert.Equal("2", (await second).Commit);
    }

    [Fact]
    public async Task OneWhoGoes_DisturbsNobodyElse()
    {
        using var goes = new CancellationTokenSource();
        var shared = new SharedReadings(Read);
        var blocking = shared.Ask(default);
        await Begun();
        var (left, stays) = (shared.Ask(goes.Token), shared.Ask(default));

        await goes.CancelAsync();
        Go(2);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal("1", (await blocking).Commit);
        Assert.Equal("2", (await stays).Commit);
    }

    [Fact]
    public async Task ReadingThatNobodyWaitsForAnyMore_IsToldToStopAndNotJoined()
    {
        using var goes = new CancellationTokenSource();
        var stopped = new TaskCompletionSource();
        var shared = new SharedReadings(token =>
        {
            token.Register(() => stopped.TrySetResult());
            return Read(token);
        });
        var (first, queued) = (shared.Ask(goes.Token), Task.CompletedTask);
        await Begun();
        queued = shared.Ask(goes.Token);

        await goes.CancelAsync();
        await stopped.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        var after = shared.Ask(default);
        Go(2);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued);
        Assert.Equal("2", (await after).Commit);
    }

    private Task<CodebaseIndex> Read(CancellationToken cancellation)
    {
        var number = Interlocked.Increment(ref readings);
        begun.Release();
        Assert.True(goOn.TryTake(out _, Patience));
        return Task.FromResult(new CodebaseIndex { Documents = [], Commit = $"{number}" });
    }

    private async Task Begun() => Assert.True(await begun.WaitAsync(Patience, TestContext.Current.CancellationToken));

    private void Go(int times)
    {
        for (var i = 0; i < times; i++)
        {
            goOn.Add(true);
        }
    }
}
