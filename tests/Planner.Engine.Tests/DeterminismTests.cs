using Planner.Conformance.Engine;
using Planner.Durability;
using Planner.Engine.History;

namespace Planner.Engine.Tests;

public sealed class DeterminismTests
{
    private static readonly Step<int, int> First = new("first");
    private static readonly Step<int, int> Second = new("second");
    private static readonly Signal<int> Go = new("go");

    private static readonly Story<int, int> InOrder = new("story", async (context, input) =>
    {
        await context.Call(First, input);
        await context.WaitFor(Go, context.UtcNow.AddDays(1));
        return await context.Call(Second, input);
    });

    private static readonly Story<int, int> Swapped = new("story", async (context, input) =>
    {
        await context.Call(Second, input);
        await context.WaitFor(Go, context.UtcNow.AddDays(1));
        return await context.Call(First, input);
    });

    private static readonly Story<int, int> Together = new("story", async (context, input) =>
    {
        var (first, second) = (context.Call(First, input), context.Call(Second, input));
        await context.WaitFor(Go, context.UtcNow.AddDays(1));
        return await first + await second;
    });

    private static readonly Story<int, int> Shorter = new("story", (context, input) => context.Call(First, input));

    [Fact]
    public async Task Replay_OfItsOwnHistory_EndsAsRecorded()
    {
        var history = await Record();
        Assert.Equal(new RunEnded(RunStatus.Completed, "7", null), HistoryReplayer.Replay(Catalog(InOrder), history));
    }

    [Fact]
    public async Task Replay_OfAHistoryThatWentThroughJson_EndsAsRecorded()
    {
        var text = (await Record()).ToJson();
        var history = RunHistory.FromJson(text);
        Assert.Equal(text, history.ToJson());
        Assert.NotNull(HistoryReplayer.Replay(Catalog(InOrder), history));
    }

    [Fact]
    public async Task Replay_WithStepsInAnotherOrder_NamesTheEvent()
    {
        var history = await Record();
        var fault = Assert.Throws<NonDeterministicWorkflowException>(() => HistoryReplayer.Replay(Catalog(Swapped), history));
        Assert.Equal(1, fault.EventIndex);
        Assert.Contains("step 'first'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("step 'second'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_WithAStepCalledTooEarly_Throws()
    {
        var history = await Record();
        Assert.Throws<NonDeterministicWorkflowException>(() => HistoryReplayer.Replay(Catalog(Together), history));
    }

    [Fact]
    public async Task Replay_WithAWaitLeftOut_Throws()
    {
        var history = await Record();
        Assert.Throws<NonDeterministicWorkflowException>(() => HistoryReplayer.Replay(Catalog(Shorter), history));
    }

    [Fact]
    public async Task WaitingRun_MetByOtherCodeOfTheSameVersion_FailsAndSaysWhy()
    {
        await using var host = await EmbeddedHarness.Open(Catalog(InOrder));
        await host.Client.Start(InOrder, "d", 7);
        await host.Restart(Catalog(Swapped));
        await host.Client.Raise("d", Go, 1);
        var run = await host.Client.WaitForEnd("d").WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains(nameof(NonDeterministicWorkflowException), run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_ThatAwaitsSomethingElse_FailsAndSaysWhy()
    {
        var story = new Story<int, int>("story", async (context, input) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            return await context.Call(First, input);
        });
        await Fails(story, "its context did not give it");
    }

    [Fact]
    public async Task Body_ThatCancelsASleepOnAnotherThread_FailsAndSaysWhy()
    {
        var story = new Story<int, bool>("story", async (context, _) =>
        {
            using var cancel = new CancellationTokenSource();
            var sleep = context.SleepUntil(context.UtcNow.AddDays(1), cancel.Token);
            await cancel.CancelAsync();
            return await sleep;
        });
        await Fails(story, "is not deterministic");
    }

    private static async Task Fails<T>(Story<int, T> story, string reason)
    {
        await using var host = await EmbeddedHarness.Open(new WorkflowCatalog().Add(story).Add(First, (input, _) => Task.FromResult(input)));
        await host.Client.Start(story, "d", 7);
        var run = await host.Client.WaitForEnd("d").WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains(reason, run.Reason, StringComparison.Ordinal);
    }

    private static async Task<RunHistory> Record()
    {
        await using var host = await EmbeddedHarness.Open(Catalog(InOrder));
        await host.Client.Start(InOrder, "d", 7);
        await host.Client.Raise("d", Go, 1);
        await host.Client.WaitForEnd("d").WaitAsync(TimeSpan.FromSeconds(20));
        return host.Engine.Export("d")!;
    }

    private static WorkflowCatalog Catalog(Story<int, int> story) => new WorkflowCatalog()
        .Add(story)
        .Add(First, (input, _) => Task.FromResult(input))
        .Add(Second, (input, _) => Task.FromResult(input));
}
