using Planner.Durability;

namespace Planner.Conformance.Engine;

public abstract partial class EngineConformance
{
    private static Story<int, int> Doubling => new("doubling", async (context, input) => await context.Call(Echo, input) * 2);

    private static Story<string, string> Repeating =>
        new("repeating", (_, input) => Task.FromResult(string.Concat(Enumerable.Repeat(input, 40_000))));

    [Fact]
    public async Task Start_OfANewId_RunsTheStoryToItsResult()
    {
        await using var host = await Host(Catalog(Doubling));
        var id = NewId();
        Assert.True(await host.Client.Start(Doubling, id, 21));
        Assert.Equal(42, await Result<int>(host, id));
    }

    [Fact]
    public async Task Start_Completed_TellsInputOutputAndTimes()
    {
        await using var host = await Host(Catalog(Doubling));
        var id = NewId();
        await host.Client.Start(Doubling, id, 4);
        var run = await End(host, id);
        Assert.Equal((id, "doubling", "1", "4", "8"), (run.InstanceId, run.Workflow, run.StoryVersion, run.Input, run.Output));
        Assert.True(run.HasEnded && run.CreatedAt <= run.UpdatedAt && run.SucceededBy is null);
    }

    [Fact]
    public async Task Start_TwiceWhileItRuns_IsTheSameRun()
    {
        var story = new Story<int, int>("waiting", async (context, input) =>
            await context.WaitFor(Go, Later(context)) is SignalResult<int>.Received got ? got.Payload + input : -1);
        await using var host = await Host(Catalog(story));
        var id = NewId();
        Assert.True(await host.Client.Start(story, id, 1));
        Assert.False(await host.Client.Start(story, id, 100));
        await host.Client.Raise(id, Go, 5);
        Assert.Equal(6, await Result<int>(host, id));
    }

    [Fact]
    public async Task Start_AfterItCompleted_DoesNotRunAgain()
    {
        await using var host = await Host(Catalog(Doubling));
        var id = NewId();
        await host.Client.Start(Doubling, id, 1);
        await End(host, id);
        Assert.False(await host.Client.Start(Doubling, id, 5));
        Assert.Equal(2, await Result<int>(host, id));
    }

    [Fact]
    public async Task Start_AfterItCompletedAndARestart_DoesNotRunAgain()
    {
        await using var host = await Host(Catalog(Doubling));
        var id = NewId();
        await host.Client.Start(Doubling, id, 1);
        await End(host, id);
        await host.Restart();
        Assert.False(await host.Client.Start(Doubling, id, 5));
        Assert.Equal(2, await Result<int>(host, id));
    }

    [Fact]
    public async Task Start_AfterPurge_IsRefusedByTheMarker()
    {
        await using var host = await Host(Catalog(Doubling));
        var id = NewId();
        await host.Client.Start(Doubling, id, 1);
        await End(host, id);
        Assert.True(await host.Client.Purge(id));
        Assert.False(await host.Client.Start(Doubling, id, 1));
        Assert.Null(await host.Client.Get(id));
    }

    [Fact]
    public async Task Start_FromManyCallersAtOnce_RunsOnce()
    {
        await using var host = await Host(Catalog(Doubling));
        var id = NewId();
        var started = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => host.Client.Start(Doubling, id, 3))));
        Assert.Single(started, first => first);
        Assert.Equal(6, await Result<int>(host, id));
    }

    [Fact]
    public async Task Start_WithAnInputOver32KB_Throws()
    {
        await using var host = await Host(Catalog(Repeating));
        var id = NewId();
        await Assert.ThrowsAsync<PayloadTooLargeException>(() => host.Client.Start(Repeating, id, new string('x', Payload.MaxBytes)));
        Assert.Null(await host.Client.Get(id));
    }

    [Fact]
    public async Task Story_WithAResultOver32KB_Fails()
    {
        await using var host = await Host(Catalog(Repeating));
        var id = NewId();
        await host.Client.Start(Repeating, id, "x");
        var run = await End(host, id);
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains("bytes", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_ThatThrows_FailsWithItsMessageOnOneLine()
    {
        var story = new Story<int, int>("broken", (_, _) => throw new InvalidOperationException("the cellar\nis flooded"));
        await using var host = await Host(Catalog(story));
        var id = NewId();
        await host.Client.Start(story, id, 1);
        var run = await End(host, id);
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains("the cellar is flooded", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownRun_IsNullToGetAndThrowsElsewhere()
    {
        await using var host = await Host(Catalog(Doubling));
        var id = NewId();
        Assert.Null(await host.Client.Get(id));
        Assert.False(await host.Client.Purge(id));
        await Assert.ThrowsAsync<RunNotFoundException>(() => host.Client.Raise(id, Go, 1));
        await Assert.ThrowsAsync<RunNotFoundException>(() => End(host, id));
    }
}
