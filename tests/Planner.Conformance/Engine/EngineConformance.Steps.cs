using System.Collections.Concurrent;
using Planner.Durability;

namespace Planner.Conformance.Engine;

public abstract partial class EngineConformance
{
    private static readonly Step<int, int> Flaky = new("flaky")
    {
        Retry = new RetryPolicy(3, TimeSpan.FromMilliseconds(10), 2, TimeSpan.FromMilliseconds(50)),
    };

    // Calls the flaky step and gives its result, or what the story is told of its failure.
    private static Story<int, string> Trying => new("trying", async (context, input) =>
    {
        try
        {
            return $"{await context.Call(Flaky, input)}";
        }
        catch (StepFailedException e)
        {
            return $"{e.Step}|{e.Cause}|{e.Reason}";
        }
    });

    [Fact]
    public async Task StepKeys_CountTheCallsOfTheStory()
    {
        var keys = new ConcurrentQueue<string>();
        var story = new Story<int, int>("counting", async (context, input) =>
        {
            await context.Call(Echo, input);
            await context.Call(Flaky, input);
            return await context.Call(Echo, input);
        });
        var id = NewId();
        await using var host = await Host(new WorkflowCatalog().Add(story).Add(Echo, Keep).Add(Flaky, Keep));
        await host.Client.Start(story, id, 1);
        await End(host, id);
        Assert.Equal([$"{id}/echo/1", $"{id}/flaky/2", $"{id}/echo/3"], keys);

        Task<int> Keep(int input, StepCall call)
        {
            Assert.Equal(id, call.RunId);
            keys.Enqueue(call.Key);
            return Task.FromResult(input);
        }
    }

    [Fact]
    public async Task StepAttempts_HaveOneKeyAndOneClockAndAreNumbered()
    {
        var calls = new ConcurrentQueue<StepCall>();
        await using var host = await Host(new WorkflowCatalog().Add(Trying).Add(Flaky, (input, call) =>
        {
            calls.Enqueue(call);
            return call.Attempt < 3 ? throw new IOException("the line is down") : Task.FromResult(input);
        }));
        var id = NewId();
        await host.Client.Start(Trying, id, 8);
        Assert.Equal("8", await Result<string>(host, id));
        Assert.Equal([1, 2, 3], calls.Select(call => call.Attempt));
        Assert.Equal($"{id}/flaky/1", Assert.Single(calls.Select(call => call.Key).Distinct()));
        Assert.Single(calls.Select(call => call.Now).Distinct());
    }

    [Fact]
    public async Task Step_ThatFailsAtEveryAttempt_FailsWithStepCauseAndReason()
    {
        var attempts = 0;
        await using var host = await Host(new WorkflowCatalog().Add(Trying).Add(Flaky, (_, _) =>
        {
            Interlocked.Increment(ref attempts);
            throw new IOException("the line is down");
        }));
        var id = NewId();
        await host.Client.Start(Trying, id, 8);
        Assert.Equal("flaky|IOException|the line is down", await Result<string>(host, id));
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task Step_ThatSaysNoRetryHelps_FailsAtOnce()
    {
        var attempts = 0;
        await using var host = await Host(new WorkflowCatalog().Add(Trying).Add(Flaky, (_, _) =>
        {
            Interlocked.Increment(ref attempts);
            throw new StepException("no such ticket", retryHelps: false);
        }));
        var id = NewId();
        await host.Client.Start(Trying, id, 8);
        Assert.Equal("flaky|StepException|no such ticket", await Result<string>(host, id));
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Step_ThatSaysARetryHelps_IsTriedAgain()
    {
        var attempts = 0;
        await using var host = await Host(new WorkflowCatalog().Add(Trying).Add(Flaky, (input, _) =>
            Interlocked.Increment(ref attempts) == 1 ? throw new StepException("busy", retryHelps: true) : Task.FromResult(input)));
        var id = NewId();
        await host.Client.Start(Trying, id, 8);
        Assert.Equal("8", await Result<string>(host, id));
    }

    [Fact]
    public async Task StepFailure_ThatTheStoryDoesNotHandle_FailsTheRunWithTheReason()
    {
        var story = new Story<int, int>("unhandled", (context, input) => context.Call(Echo, input));
        await using var host = await Host(new WorkflowCatalog().Add(story).Add(Echo, (_, _) =>
            throw new StepException("no such ticket", retryHelps: false)));
        var id = NewId();
        await host.Client.Start(story, id, 8);
        var run = await End(host, id);
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains("no such ticket", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StepResult_Over32KB_FailsTheStepAtOnce()
    {
        var step = new Step<int, string>("wordy");
        var attempts = 0;
        var story = new Story<int, string>("reading", async (context, input) =>
        {
            try
            {
                return await context.Call(step, input);
            }
            catch (StepFailedException e)
            {
                return e.Cause;
            }
        });
        await using var host = await Host(new WorkflowCatalog().Add(story).Add(step, (_, _) =>
        {
            Interlocked.Increment(ref attempts);
            return Task.FromResult(new string('x', Payload.MaxBytes));
        }));
        var id = NewId();
        await host.Client.Start(story, id, 1);
        Assert.Equal(nameof(PayloadTooLargeException), await Result<string>(host, id));
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task StepInput_Over32KB_ThrowsInTheStory()
    {
        var step = new Step<string, int>("listening");
        var story = new Story<int, string>("talking", async (context, _) =>
        {
            try
            {
                return $"{await context.Call(step, new string('x', Payload.MaxBytes))}";
            }
            catch (PayloadTooLargeException)
            {
                return "too large";
            }
        });
        await using var host = await Host(new WorkflowCatalog().Add(story).Add(step, (input, _) => Task.FromResult(input.Length)));
        var id = NewId();
        await host.Client.Start(story, id, 1);
        Assert.Equal("too large", await Result<string>(host, id));
    }

    [Fact]
    public async Task Steps_CalledTogether_RunTogetherAndComeBackInOrder()
    {
        var together = new Barrier4();
        var story = new Story<int, string>("fan", async (context, input) =>
            string.Join(',', await Task.WhenAll(Enumerable.Range(input, 4).Select(i => context.Call(Echo, i)))));
        await using var host = await Host(new WorkflowCatalog().Add(story).Add(Echo, async (input, _) =>
        {
            await together.Arrive().WaitAsync(Patience);
            return input;
        }));
        var id = NewId();
        await host.Client.Start(story, id, 5);
        Assert.Equal("5,6,7,8", await Result<string>(host, id));
    }

    [Fact]
    public async Task Runs_StartedTogether_AllComplete()
    {
        var story = new Story<int, int>("fan-in", async (context, input) =>
            (await Task.WhenAll(Enumerable.Range(0, 4).Select(i => context.Call(Echo, input + i)))).Sum());
        await using var host = await Host(Catalog(story));
        var prefix = NewId();
        await Task.WhenAll(Enumerable.Range(0, Many).Select(i => host.Client.Start(story, $"{prefix}-{i}", i)));
        var results = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Result<int>(host, $"{prefix}-{i}")));
        Assert.Equal(Enumerable.Range(0, Many).Select(i => (4 * i) + 6), results);
    }

    // Lets nobody pass before four have come.
    private sealed class Barrier4
    {
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int arrived;

        public Task Arrive()
        {
            if (Interlocked.Increment(ref arrived) == 4)
                open.SetResult();
            return open.Task;
        }
    }
}
