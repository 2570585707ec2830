using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Planner.Durability;

namespace Planner.Engine.Runs;

/// <summary>The port's context on an <see cref="Execution"/>.</summary>
internal sealed class EmbeddedContext(Execution execution, ILoggerFactory loggers) : WorkflowContext
{
    private const int MaxStatusBytes = 16 * 1024;
    private int guids;

    public override string InstanceId => execution.InstanceId;

    public override DateTimeOffset UtcNow => execution.Now;

    public override bool IsReplaying => execution.Log.IsReplaying;

    // Derived, not drawn: the same on every replay without a line in the history.
    public override Guid NewGuid()
    {
        execution.Guard();
        var name = $"{InstanceId}\n{execution.StartedAt.UtcTicks}\n{execution.Number}\n{++guids}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    public override async Task<TOut> Call<TIn, TOut>(Step<TIn, TOut> step, TIn input)
    {
        var call = execution.NextCall();
        var payload = Payload.Write(input);
        return Payload.Read<TOut>(await execution.Steps.Call(call, step.Name, payload, step.Retry, execution.Now, execution.Trace));
    }

    public override async Task<SignalResult<T>> WaitFor<T>(Signal<T> signal, DateTimeOffset deadline)
    {
        var payload = await execution.Signals.WaitFor(execution.NextCall(), signal.Name, deadline);
        return payload is null ? new SignalResult<T>.TimedOut() : new SignalResult<T>.Received(Payload.Read<T>(payload));
    }

    public override Task<bool> SleepUntil(DateTimeOffset until, CancellationToken cancellation) =>
        execution.Sleeps.Until(execution.NextCall(), until, cancellation);

    public override void SetStatus(string status)
    {
        execution.Guard();
        var bytes = Encoding.UTF8.GetByteCount(status);
        if (bytes > MaxStatusBytes)
        {
            throw new ArgumentException($"The status takes {bytes} bytes; it may have {MaxStatusBytes}.", nameof(status));
        }

        execution.CustomStatus = status;
    }

    public override ILogger CreateLogger(string category) => new ReplaySafeLogger(loggers.CreateLogger(category), execution.Log);

    public override void ContinueAsNew<TIn>(TIn input)
    {
        execution.Guard();
        execution.NextInput = Payload.Write(input);
    }
}
