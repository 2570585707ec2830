using System.Collections.Concurrent;
using Planner.Durability;

namespace Planner.Conformance.Engine;

public abstract partial class EngineConformance
{
    private static readonly Step<string, string> Note = new("note");

    [Fact]
    public async Task GuidAndClock_AfterARestart_AreAsTheyWere()
    {
        var notes = new ConcurrentQueue<string>();
        var story = new Story<int, bool>("remembering", async (context, _) =>
        {
            var (guid, other, now) = (context.NewGuid(), context.NewGuid(), context.UtcNow);
            await context.Call(Note, $"{guid} {other} {now:O}");
            context.SetStatus("noted");
            await context.WaitFor(Go, Later(context));
            await context.Call(Note, $"{guid} {other} {now:O}");
            return guid != other && context.UtcNow > now;
        });
        await using var host = await Host(new WorkflowCatalog().Add(story).Add(Note, (text, _) =>
        {
            notes.Enqueue(text);
            return Task.FromResult(text);
        }));
        var id = NewId();
        await host.Client.Start(story, id, 0);
        await UntilStatus(host, id, "noted");
        await host.Restart();
        await host.Client.Raise(id, Go, 1);
        Assert.True(await Result<bool>(host, id));
        Assert.Equal(2, notes.Count);
        Assert.Single(notes.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Step_UnderWayAtARestart_RunsAgainWithTheSameKey()
    {
        var keys = new ConcurrentQueue<string>();
        var running = Gate();
        var calls = 0;
        await using var host = await Host(new WorkflowCatalog().Add(Doubling).Add(Echo, async (input, call) =>
        {
            keys.Enqueue(call.Key);
            running.TrySetResult();
            if (Interlocked.Increment(ref calls) == 1)
            {
                await Task.Delay(Timeout.Infinite, call.Cancellation);
            }

            return input;
        }));
        var id = NewId();
        await host.Client.Start(Doubling, id, 3);
        await running.Task.WaitAsync(Patience);
        await host.Restart();
        Assert.Equal(6, await Result<int>(host, id));
        Assert.Equal([$"{id}/echo/1", $"{id}/echo/1"], keys);
    }

    [Fact]
    public async Task Steps_ThatReturnedBeforeARestart_AreNotRunAgain()
    {
        var calls = 0;
        var story = new Story<int, int>("resuming", async (context, input) =>
        {
            var sum = await context.Call(Echo, input);
            context.SetStatus("halfway");
            await context.WaitFor(Go, Later(context));
            return sum + await context.Call(Echo, input);
        });
        await using var host = await Host(new WorkflowCatalog().Add(story).Add(Echo, (input, _) =>
        {
            Interlocked.Increment(ref calls);
            return Task.FromResult(input);
        }));
        var id = NewId();
        await host.Client.Start(story, id, 3);
        await UntilStatus(host, id, "halfway");
        await host.Restart();
        await host.Restart();
        await host.Client.Raise(id, Go, 1);
        Assert.Equal(6, await Result<int>(host, id));
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task ContinueAsNew_KeepsSignalsAndGoesOnCountingSteps()
    {
        Assert.SkipWhen(LosesSignalsOfContinuedRuns is not null, LosesSignalsOfContinuedRuns ?? "");
        var keys = new ConcurrentQueue<string>();
        var story = new Story<int, int>("eternal", async (context, total) =>
        {
            if (total == 0)
            {
                await context.WaitFor(new Signal<int>("begin"), Later(context));
            }

            var got = (SignalResult<int>.Received)await context.WaitFor(Go, Later(context));
            var sum = await context.Call(Echo, total + got.Payload);
            if (sum < 6)
            {
                context.ContinueAsNew(sum);
            }

            return sum;
        });
        await using var host = await Host(new WorkflowCatalog().Add(story).Add(Echo, (input, call) =>
        {
            keys.Enqueue(call.Key);
            return Task.FromResult(input);
        }));
        var id = NewId();
        await host.Client.Start(story, id, 0);
        foreach (var payload in new[] { 1, 2, 3 })
        {
            await host.Client.Raise(id, Go, payload);
        }

        await host.Client.Raise(id, new Signal<int>("begin"), 0);
        Assert.Equal(6, await Result<int>(host, id));
        Assert.Equal([$"{id}/echo/1", $"{id}/echo/2", $"{id}/echo/3"], keys);
    }

    [Fact]
    public async Task ContinueAsNew_AfterARestart_IsStillTheNewExecution()
    {
        var story = new Story<int, int>("renewed", async (context, input) =>
        {
            context.SetStatus($"at {input}");
            await context.WaitFor(Go, Later(context));
            if (input < 2)
            {
                context.ContinueAsNew(input + 1);
            }

            return input;
        });
        await using var host = await Host(Catalog(story));
        var id = NewId();
        await host.Client.Start(story, id, 1);
        await host.Client.Raise(id, Go, 1);
        await UntilStatus(host, id, "at 2");
        await host.Restart();
        await host.Client.Raise(id, Go, 2);
        Assert.Equal(2, await Result<int>(host, id));
    }

    [Fact]
    public async Task RunOfAnotherStoryVersion_ThatWaits_IsSucceededByANewRunThatReadsItsInbox()
    {
        IInbox inbox = null!;
        await using var host = await Host(Catalog(Versioned("1")));
        inbox = host.Inbox;
        var id = NewId();
        await host.Client.Start(Versioned("1"), id, "first");
        await UntilStatus(host, id, "waiting in 1");
        await host.Inbox.TryAdd(id, "TD001", "\"B\"");
        await host.Restart(VersionedCatalog("2"));
        inbox = host.Inbox;
        await Until(async () => (await host.Client.Get(id))!.HasEnded);
        var old = (await host.Client.Get(id))!;
        Assert.Equal(RunStatus.Terminated, old.Status);
        Assert.NotNull(old.SucceededBy);
        await UntilStatus(host, old.SucceededBy, "waiting in 2");
        Assert.True(await host.Client.Raise(id, Go, 5));
        var run = await End(host, id);
        Assert.Equal((old.SucceededBy, "2", RunStatus.Completed), (run.InstanceId, run.StoryVersion, run.Status));
        Assert.Equal($"first+{id} 5 TD001=\"B\"", Payload.Read<string>(run.Output!));

        WorkflowCatalog VersionedCatalog(string version)
        {
            var story = Versioned(version);
            return new WorkflowCatalog().Add(story).Add(Echo, (input, _) => Task.FromResult(input)).Add(Note, ReadInbox);
        }

        async Task<string> ReadInbox(string runId, StepCall call) =>
            string.Join(',', (await inbox.Read(runId)).Select(item => $"{item.Item}={item.Payload}"));
    }

    [Fact]
    public async Task RunOfTheSameStoryVersion_AfterARestart_GoesOnItself()
    {
        await using var host = await Host(Catalog(Waiting));
        var id = NewId();
        await host.Client.Start(Waiting, id, 0);
        await UntilStatus(host, id, "waiting");
        await host.Restart(Catalog(Waiting));
        await host.Client.Raise(id, Go, 1);
        Assert.Equal("1 1", await Result<string>(host, id));
        Assert.Null((await host.Client.Get(id))!.SucceededBy);
    }

    // The second version looks into the inbox of the run that it took over from.
    private static Story<string, string> Versioned(string version) => new(
        "versioned",
        async (context, input) =>
        {
            context.SetStatus($"waiting in {version}");
            var got = Shown(await context.WaitFor(Go, Later(context)));
            return version == "1" ? got : $"{input} {got} {await context.Call(Note, input.Split('+')[1])}";
        },
        version,
        (input, previous) => $"{input}+{previous}");
}
