using Microsoft.DurableTask;
using Planner.Durability;
using Planner.Functions.Durable;
using RetryPolicy = Planner.Durability.RetryPolicy;

namespace Planner.Functions.Tests.Durable;

public sealed class DurableStepsTests
{
    private static readonly RetryPolicy Twice = new(2, TimeSpan.FromMinutes(10), 1, TimeSpan.FromMinutes(10));

    [Fact]
    public async Task AttemptCancelledByAStoppingHost_IsMadeAgainAndDoesNotCount()
    {
        var context = new ScriptedContext(call => call < 3 ? throw Cancelled() : new DurableStepOutcome("done", null));

        var result = await new DurableSteps(context, 0, DurableSteps.Habits).Call("step", "{}", RetryPolicy.None, null);

        Assert.Equal("done", result);
        Assert.Equal([1, 1, 1], context.Attempts);
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], context.Pauses);
    }

    [Fact]
    public async Task AttemptThatIsAlwaysCancelled_CountsAsFailedInTheEnd_AndIsTriedByThePolicy()
    {
        var context = new ScriptedContext(_ => throw Cancelled());

        var fault = await Assert.ThrowsAsync<StepFailedException>(() => new DurableSteps(context, 0, DurableSteps.Habits).Call("step", "{}", Twice, null));

        Assert.Equal(nameof(OperationCanceledException), fault.Cause);
        Assert.Equal(Enumerable.Repeat(1, 8).Concat(Enumerable.Repeat(2, 8)), context.Attempts);
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 600], context.Pauses.Take(8).Select(p => p.TotalSeconds));
    }

    [Fact]
    public async Task HistoryFromBeforeThePauses_IsReplayedWithoutThem()
    {
        var context = new ScriptedContext(call => call < 20 ? throw Cancelled() : new DurableStepOutcome("done", null));

        await new DurableSteps(context, 0, habits: 0).Call("step", "{}", RetryPolicy.None, null);

        Assert.Empty(context.Pauses);
    }

    private static TaskFailedException Cancelled() => new("step", 1, new OperationCanceledException("stopped"));

    // The clock moves by the pauses that are asked for.
    private sealed class ScriptedContext(Func<int, DurableStepOutcome> answer) : TaskOrchestrationContext
    {
        private DateTime now = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

        public List<int> Attempts { get; } = [];

        public List<TimeSpan> Pauses { get; } = [];

        public override TaskName Name => "story";

        public override string InstanceId => "run";

        public override ParentOrchestrationInstance? Parent => null;

        public override DateTime CurrentUtcDateTime => now;

        public override bool IsReplaying => false;

        protected override Microsoft.Extensions.Logging.ILoggerFactory LoggerFactory => Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance;

        public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
        {
            Attempts.Add(((StepMessage)input!).Attempt);
            return Task.FromResult((TResult)(object)answer(Attempts.Count));
        }

        public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
        {
            Pauses.Add(fireAt - now);
            now = fireAt;
            return Task.CompletedTask;
        }

        public override T? GetInput<T>()
            where T : default => throw new NotSupportedException();

        public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

        public override void SetCustomStatus(object? customStatus) => throw new NotSupportedException();

        public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
            throw new NotSupportedException();

        public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => throw new NotSupportedException();

        public override Guid NewGuid() => throw new NotSupportedException();
    }
}
