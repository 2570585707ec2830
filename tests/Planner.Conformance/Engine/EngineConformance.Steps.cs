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
}
