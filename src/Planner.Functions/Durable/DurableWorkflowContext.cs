using System.Text;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>The port's context on a Durable Task orchestration.</summary>
internal sealed class DurableWorkflowContext(TaskOrchestrationContext durable, RunEnvelope envelope) : WorkflowContext
{
    private const int MaxStatusBytes = 16 * 1024;
    private readonly DurableSteps steps = new(durable, envelope.Calls, envelope.Habits, envelope.TraceParent);
    private readonly DurableSignals signals = new(durable, envelope.Signals);
    private string? nextInput;

    public override string InstanceId => durable.InstanceId;

    public override DateTimeOffset UtcNow => new(durable.CurrentUtcDateTime, TimeSpan.Zero);

    public override bool IsReplaying => durable.IsReplaying;

    /// <summary>Whether the story asked to start afresh.</summary>
    public bool Continues => nextInput is not null;

    public override Guid NewGuid() => durable.NewGuid();

    public override async Task<TOut> Call<TIn, TOut>(Step<TIn, TOut> step, TIn input) =>
        Payload.Read<TOut>(await steps.Call(step.Name, Payload.Write(input), step.Retry, signals.TakeCause()));

    public override async Task<SignalResult<T>> WaitFor<T>(Signal<T> signal, DateTimeOffset deadline)
    {
        var payload = await signals.WaitFor(signal.Name, deadline);
        return payload is null ? new SignalResult<T>.TimedOut() : new SignalResult<T>.Received(Payload.Read<T>(payload));
    }

    public override async Task<bool> SleepUntil(DateTimeOffset until, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return false;
        }

        try
        {
            await durable.WaitUntil(until, cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public override void SetStatus(string status)
    {
        var bytes = Encoding.UTF8.GetByteCount(status);
        if (bytes > MaxStatusBytes)
        {
            throw new ArgumentException($"The status takes {bytes} bytes; it may have {MaxStatusBytes}.", nameof(status));
        }

        durable.SetCustomStatus(status);
    }

    public override ILogger CreateLogger(string category) => durable.CreateReplaySafeLogger(category);

    public override void ContinueAsNew<TIn>(TIn input) => nextInput = Payload.Write(input);

    /// <summary>Starts the run afresh, once the body has returned and nothing more can be consumed.</summary>
    public void StartAfresh()
    {
        var next = envelope with { Input = nextInput!, Calls = steps.Calls, Signals = signals.TakeUnconsumed() };
        durable.ContinueAsNew(next, preserveUnprocessedEvents: true);
        signals.ForwardLateOnes();
    }
}
