using Planner.Durability;

namespace Planner.Conformance.Engine;

public abstract partial class EngineConformance
{
    // Counts to three signals and gives their payloads in the order in which they were received.
    private static Story<int, string> Three => new("three", async (context, _) =>
    {
        await context.WaitFor(new Signal<int>("begin"), Later(context));
        var seen = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            seen.Add(Shown(await context.WaitFor(Go, Later(context))));
        }

        return string.Join(',', seen);
    });

    private static string Shown(SignalResult<int> result) => result switch
    {
        SignalResult<int>.Received received => received.Payload.ToString(CultureInfo.InvariantCulture),
        SignalResult<int>.TimedOut => "timeout",
        _ => throw new InvalidOperationException("A wait ends in two ways."),
    };

    [Fact]
    public async Task Signals_BeforeTheirWait_AreKeptInOrder()
    {
        await using var host = await Host(Catalog(Three));
        var id = NewId();
        await host.Client.Start(Three, id, 0);
        foreach (var payload in new[] { 1, 2, 3 })
        {
            Assert.True(await host.Client.Raise(id, Go, payload));
        }

        await host.Client.Raise(id, new Signal<int>("begin"), 0);
        Assert.Equal("1,2,3", await Result<string>(host, id));
    }

    [Fact]
    public async Task Signals_BeforeTheirWaitAndARestart_AreKeptInOrder()
    {
        await using var host = await Host(Catalog(Three));
        var id = NewId();
        await host.Client.Start(Three, id, 0);
        foreach (var payload in new[] { 1, 2, 3 })
        {
            await host.Client.Raise(id, Go, payload);
        }

        await host.Restart();
        await host.Client.Raise(id, new Signal<int>("begin"), 0);
        Assert.Equal("1,2,3", await Result<string>(host, id));
    }

    [Fact]
    public async Task SignalNames_InAnotherCase_AreTheSame()
    {
        await using var host = await Host(Catalog(Three));
        var id = NewId();
        await host.Client.Start(Three, id, 0);
        await host.Client.Raise(id, new Signal<int>("GO"), 1);
        await host.Client.Raise(id, new Signal<int>("Begin"), 0);
        await host.Client.Raise(id, new Signal<int>("gO"), 2);
        await host.Client.Raise(id, Go, 3);
        Assert.Equal("1,2,3", await Result<string>(host, id));
    }

    [Fact]
    public async Task SecondWait_OfANameThatIsWaitedFor_Throws()
    {
        var story = new Story<int, string>("twice", async (context, _) =>
        {
            var first = context.WaitFor(Go, Later(context));
            try
            {
                await context.WaitFor(new Signal<int>("GO"), Later(context));
                return "a second wait was taken";
            }
            catch (InvalidOperationException)
            {
                return "refused " + Shown(await first);
            }
        });
        await using var host = await Host(Catalog(story));
        var id = NewId();
        await host.Client.Start(story, id, 0);
        await host.Client.Raise(id, Go, 7);
        Assert.Equal("refused 7", await Result<string>(host, id));
    }

    [Fact]
    public async Task Deadline_WithoutASignal_IsAValue()
    {
        var soon = Soon;
        var story = new Story<int, string>("alone", async (context, _) =>
        {
            var deadline = context.UtcNow + soon;
            var result = Shown(await context.WaitFor(Go, deadline));
            return $"{result} {context.UtcNow >= deadline}";
        });
        await using var host = await Host(Catalog(story));
        var id = NewId();
        await host.Client.Start(story, id, 0);
        Assert.Equal("timeout True", await Result<string>(host, id));
    }

    [Fact]
    public async Task Deadline_ThatHasPassed_TimesOutAtOnce()
    {
        var story = new Story<int, string>("late", async (context, _) => Shown(await context.WaitFor(Go, context.UtcNow)));
        await using var host = await Host(Catalog(story));
        var id = NewId();
        await host.Client.Start(story, id, 0);
        Assert.Equal("timeout", await Result<string>(host, id));
    }

    [Fact]
    public async Task Deadline_ThatPassedWhileTheHostWasDown_TimesOutAfterTheRestart()
    {
        var soon = Soon;
        var story = new Story<int, string>("slept", async (context, _) => Shown(await context.WaitFor(Go, context.UtcNow + soon)));
        await using var host = await Host(Catalog(story));
        var id = NewId();
        await host.Client.Start(story, id, 0);
        await host.Restart();
        Assert.Equal("timeout", await Result<string>(host, id));
    }

    [Fact]
    public async Task SignalAndDeadline_InTheSameBatch_TheSignalWins()
    {
        // Long enough to hold the run before it, also where the machine is busy.
        var soon = Soon + TimeSpan.FromSeconds(2);
        var story = new Story<int, string>("tie", async (context, _) =>
        {
            var wait = context.WaitFor(Go, context.UtcNow + soon);
            context.SetStatus("waiting");
            return Shown(await wait);
        });
        await using var host = await Host(Catalog(story));
        var id = NewId();
        await host.Client.Start(story, id, 0);
        await UntilStatus(host, id, "waiting");
        await host.Client.Suspend(id, "a batch is collected");
        await host.Client.Raise(id, Go, 9);
        await Task.Delay(soon + soon);
        await host.Client.Resume(id, "now");
        Assert.Equal("9", await Result<string>(host, id));
    }

    [Fact]
    public async Task EarlySignal_AndADeadlineThatHasPassed_TheSignalWins()
    {
        var story = new Story<int, string>("early", async (context, _) =>
        {
            await context.WaitFor(new Signal<int>("begin"), Later(context));
            return Shown(await context.WaitFor(Go, context.UtcNow.AddHours(-1)));
        });
        await using var host = await Host(Catalog(story));
        var id = NewId();
        await host.Client.Start(story, id, 0);
        await host.Client.Raise(id, Go, 4);
        await host.Client.Raise(id, new Signal<int>("begin"), 0);
        Assert.Equal("4", await Result<string>(host, id));
    }

    [Fact]
    public async Task Signal_ToARunThatEnded_GoesNowhere()
    {
        await using var host = await Host(Catalog(Doubling));
        var id = NewId();
        await host.Client.Start(Doubling, id, 1);
        await End(host, id);
        Assert.False(await host.Client.Raise(id, Go, 1));
    }

    [Fact]
    public async Task Signal_WithAPayloadOver32KB_Throws()
    {
        await using var host = await Host(Catalog(Three));
        var id = NewId();
        await host.Client.Start(Three, id, 0);
        await Assert.ThrowsAsync<PayloadTooLargeException>(
            () => host.Client.Raise(id, new Signal<string>("text"), new string('x', Payload.MaxBytes)));
    }
}
