using Planner.Durability;

namespace Planner.Conformance.Engine;

public abstract partial class EngineConformance
{
    [Fact]
    public async Task Sleep_ToItsEnd_IsTrueAndTheClockHasMoved()
    {
        var soon = Soon;
        var story = new Story<int, string>("sleeper", async (context, _) =>
        {
            var until = context.UtcNow + soon;
            var slept = await context.SleepUntil(until, CancellationToken.None);
            return $"{slept} {context.UtcNow >= until}";
        });
        await using var host = await Host(Catalog(story));
        var id = NewId();
        await host.Client.Start(story, id, 0);
        Assert.Equal("True True", await Result<string>(host, id));
    }

    [Fact]
    public async Task Sleep_Cancelled_IsFalseAndTheRunEndsAtOnce()
    {
        var story = new Story<int, bool>("woken", async (context, _) =>
        {
            using var cancel = new CancellationTokenSource();
            var sleep = context.SleepUntil(Later(context), cancel.Token);
            await context.WaitFor(Go, Later(context));
            cancel.Cancel();
            return await sleep;
        });
        await using var host = await Host(Catalog(story));
        var id = NewId();
        await host.Client.Start(story, id, 0);
        await host.Client.Raise(id, Go, 1);
        Assert.False(await Result<bool>(host, id));
    }

    [Fact]
    public async Task Sleep_CancelledBeforeARestart_StaysCancelled()
    {
        var story = new Story<int, bool>("woken-early", async (context, _) =>
        {
            using var cancel = new CancellationTokenSource();
            var sleep = context.SleepUntil(Later(context), cancel.Token);
            await context.WaitFor(Go, Later(context));
            cancel.Cancel();
            var slept = await sleep;
            context.SetStatus("cancelled");
            await context.WaitFor(Go, Later(context));
            return slept;
        });
        await using var host = await Host(Catalog(story));
        var id = NewId();
        await host.Client.Start(story, id, 0);
        await host.Client.Raise(id, Go, 1);
        await UntilStatus(host, id, "cancelled");
        await host.Restart();
        await host.Client.Raise(id, Go, 2);
        Assert.False(await Result<bool>(host, id));
    }

    [Fact]
    public async Task Signal_WhileAReminderIsSleptFor_EndsTheWaitAndTheSleep()
    {
        await using var host = await Host(Catalog(Reminding(TimeSpan.FromHours(12))));
        var id = NewId();
        await host.Client.Start(Reminding(TimeSpan.FromHours(12)), id, 0);
        await host.Client.Raise(id, Go, 3);
        Assert.Equal("3 reminded False", await Result<string>(host, id));
    }

    [Fact]
    public async Task Signal_WhileTheReminderStepRuns_IsNotLost()
    {
        var reminding = Gate();
        var release = Gate();
        var story = Reminding(TimeSpan.Zero);
        var catalog = new WorkflowCatalog().Add(story).Add(Echo, async (input, _) =>
        {
            reminding.TrySetResult();
            await release.Task;
            return input;
        });
        await using var host = await Host(catalog);
        var id = NewId();
        await host.Client.Start(story, id, 0);
        await reminding.Task.WaitAsync(Patience);
        await host.Client.Raise(id, Go, 3);
        release.SetResult();
        Assert.Equal("3 reminded True", await Result<string>(host, id));
    }

    // One wait, and a parallel branch that reminds.
    private static Story<int, string> Reminding(TimeSpan after) => new("reminding", async (context, _) =>
    {
        using var cancel = new CancellationTokenSource();
        var remind = Remind(context, after, cancel.Token);
        var answer = await context.WaitFor(Go, Later(context));
        cancel.Cancel();
        return $"{Shown(answer)} reminded {await remind}";
    });

    private static async Task<bool> Remind(WorkflowContext context, TimeSpan after, CancellationToken cancellation)
    {
        if (!await context.SleepUntil(context.UtcNow + after, cancellation))
        {
            return false;
        }

        await context.Call(Echo, 1);
        return true;
    }
}
