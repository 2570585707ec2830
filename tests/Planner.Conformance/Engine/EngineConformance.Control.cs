using Planner.Durability;

namespace Planner.Conformance.Engine;

public abstract partial class EngineConformance
{
    // Waits, calls a step, and tells what came.
    private static Story<int, string> Waiting => new("waiting-then-step", async (context, _) =>
    {
        context.SetStatus("waiting");
        var got = await context.WaitFor(Go, Later(context));
        context.SetStatus("working");
        return $"{Shown(got)} {await context.Call(Echo, 1)}";
    });

    [Fact]
    public async Task SetStatus_OfAWaitingRun_IsSeenByClients()
    {
        await using var host = await Host(Catalog(Waiting));
        var id = NewId();
        await host.Client.Start(Waiting, id, 0);
        await UntilStatus(host, id, "waiting");
        Assert.Equal(RunStatus.Running, (await host.Client.Get(id))!.Status);
    }

    [Fact]
    public async Task Suspended_WithASignal_GoesOnOnlyWhenResumed()
    {
        await using var host = await Host(Catalog(Waiting));
        var id = NewId();
        await host.Client.Start(Waiting, id, 0);
        await UntilStatus(host, id, "waiting");
        await host.Client.Suspend(id, "hold on");
        await Until(async () => (await host.Client.Get(id))!.Status == RunStatus.Suspended);
        Assert.True(await host.Client.Raise(id, Go, 1));
        await Task.Delay(Soon);
        var held = (await host.Client.Get(id))!;
        Assert.Equal((RunStatus.Suspended, "waiting"), (held.Status, held.CustomStatus));
        await host.Client.Resume(id, "go on");
        Assert.Equal("1 1", await Result<string>(host, id));
    }

    [Fact]
    public async Task Suspended_OverARestart_KeepsItsSignalsUntilResumed()
    {
        await using var host = await Host(Catalog(Waiting));
        var id = NewId();
        await host.Client.Start(Waiting, id, 0);
        await UntilStatus(host, id, "waiting");
        await host.Client.Suspend(id, "hold on");
        await host.Client.Raise(id, Go, 1);
        await host.Restart();
        Assert.Equal(RunStatus.Suspended, (await host.Client.Get(id))!.Status);
        await host.Client.Resume(id, "go on");
        Assert.Equal("1 1", await Result<string>(host, id));
    }

    [Fact]
    public async Task Suspended_WhileAStepRuns_KeepsItsResult()
    {
        var running = Gate();
        var release = Gate();
        var attempts = 0;
        await using var host = await Host(new WorkflowCatalog().Add(Doubling).Add(Echo, async (input, _) =>
        {
            Interlocked.Increment(ref attempts);
            running.TrySetResult();
            await release.Task;
            return input;
        }));
        var id = NewId();
        await host.Client.Start(Doubling, id, 2);
        await running.Task.WaitAsync(Patience);
        await host.Client.Suspend(id, "hold on");
        release.SetResult();
        await Task.Delay(Soon);
        Assert.Equal(RunStatus.Suspended, (await host.Client.Get(id))!.Status);
        await host.Client.Resume(id, "go on");
        Assert.Equal(4, await Result<int>(host, id));
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Terminated_WhileItWaits_EndsWithTheReason()
    {
        await using var host = await Host(Catalog(Waiting));
        var id = NewId();
        await host.Client.Start(Waiting, id, 0);
        await UntilStatus(host, id, "waiting");
        await host.Client.Terminate(id, "no longer wanted");
        var run = await End(host, id);
        Assert.Equal((RunStatus.Terminated, "no longer wanted", null), (run.Status, run.Reason, run.SupersededBy));
        Assert.False(await host.Client.Raise(id, Go, 1));
    }

    [Fact]
    public async Task TerminatedInFavourOfAnother_NamesIt_WhateverTheWordsSay()
    {
        await using var host = await Host(Catalog(Waiting));
        var (gave, told) = (NewId(), NewId());
        await host.Client.Start(Waiting, gave, 0);
        await host.Client.Start(Waiting, told, 0);
        await UntilStatus(host, gave, "waiting");
        await UntilStatus(host, told, "waiting");

        await host.Client.Terminate(gave, new Termination("it was time") { SupersededBy = "other-1" });
        await host.Client.Terminate(told, "superseded by other-1");

        var (one, other) = (await End(host, gave), await End(host, told));
        Assert.Equal(("it was time", "other-1"), (one.Reason, one.SupersededBy));
        Assert.Equal(("superseded by other-1", null), (other.Reason, other.SupersededBy));
        Assert.Contains((await host.Client.List(new RunQuery(IdPrefix: gave))).Items, r => r.SupersededBy == "other-1");
    }

    [Fact]
    public async Task Terminated_WhileAStepRuns_StartsNoFurtherStep()
    {
        var running = Gate();
        var release = Gate();
        var calls = 0;
        var story = new Story<int, int>("two-steps", async (context, input) => await context.Call(Echo, await context.Call(Echo, input)));
        await using var host = await Host(new WorkflowCatalog().Add(story).Add(Echo, async (input, _) =>
        {
            Interlocked.Increment(ref calls);
            running.TrySetResult();
            await release.Task;
            return input;
        }));
        var id = NewId();
        await host.Client.Start(story, id, 2);
        await running.Task.WaitAsync(Patience);
        await host.Client.Terminate(id, "stop");
        await End(host, id);
        release.SetResult();
        await Task.Delay(Soon);
        Assert.Equal(1, calls);
        Assert.Equal(RunStatus.Terminated, (await host.Client.Get(id))!.Status);
    }

    [Fact]
    public async Task Terminated_AfterItCompleted_StaysCompleted()
    {
        await using var host = await Host(Catalog(Doubling));
        var id = NewId();
        await host.Client.Start(Doubling, id, 2);
        await End(host, id);
        await host.Client.Terminate(id, "too late");
        Assert.Equal(4, await Result<int>(host, id));
    }

    [Fact]
    public async Task Purge_OfARunThatHasNotEnded_IsRefused()
    {
        await using var host = await Host(Catalog(Waiting));
        var id = NewId();
        await host.Client.Start(Waiting, id, 0);
        await UntilStatus(host, id, "waiting");
        Assert.False(await host.Client.Purge(id));
        Assert.NotNull(await host.Client.Get(id));
    }

    [Fact]
    public async Task Purge_OfAnEndedRun_MakesItUnknown()
    {
        await using var host = await Host(Catalog(Doubling));
        var id = NewId();
        await host.Client.Start(Doubling, id, 2);
        await End(host, id);
        Assert.True(await host.Client.Purge(id));
        Assert.Null(await host.Client.Get(id));
        Assert.False(await host.Client.Purge(id));
        await Assert.ThrowsAsync<RunNotFoundException>(() => host.Client.Raise(id, Go, 1));
    }

    [Fact]
    public async Task List_InPages_GivesEachRunOfThePrefixOnceNewestFirst()
    {
        await using var host = await Host(Catalog(Doubling));
        var prefix = NewId();
        for (var i = 0; i < 5; i++)
        {
            await host.Client.Start(Doubling, $"{prefix}-{i}", i);
        }

        await host.Client.Start(Doubling, NewId(), 1);
        var seen = new List<RunInfo>();
        string? cursor = null;
        do
        {
            var page = await host.Client.List(new RunQuery(IdPrefix: prefix + "-", PageSize: 2, Cursor: cursor));
            Assert.InRange(page.Items.Count, 0, 2);
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Equal(5, seen.Count);
        Assert.Equal(
            seen.OrderByDescending(run => run.CreatedAt).ThenByDescending(run => run.InstanceId, StringComparer.Ordinal).Select(run => run.InstanceId),
            seen.Select(run => run.InstanceId));
    }

    [Fact]
    public async Task List_ByStatus_GivesOnlyThose()
    {
        var catalog = Catalog(Doubling).Add(Waiting);
        await using var host = await Host(catalog);
        var prefix = NewId();
        await host.Client.Start(Doubling, $"{prefix}-done", 1);
        await host.Client.Start(Waiting, $"{prefix}-waits", 1);
        await End(host, $"{prefix}-done");
        await UntilStatus(host, $"{prefix}-waits", "waiting");
        var done = await host.Client.List(new RunQuery([RunStatus.Completed, RunStatus.Failed], prefix));
        var running = await host.Client.List(new RunQuery([RunStatus.Running], prefix));
        Assert.Equal($"{prefix}-done", Assert.Single(done.Items).InstanceId);
        Assert.Equal($"{prefix}-waits", Assert.Single(running.Items).InstanceId);
    }
}
