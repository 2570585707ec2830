using Microsoft.DurableTask;

namespace Planner.Functions.Durable;

/// <summary>
/// Waits for signals. A wait that Durable Task was asked for is never cancelled, since a cancelled one stays on its
/// stack and swallows the next event of the name: the unanswered wait is kept here and used again.
/// </summary>
internal sealed class DurableSignals(TaskOrchestrationContext durable, IReadOnlyList<KeptSignal> keptBefore)
{
    private readonly List<KeptSignal> kept = [.. keptBefore];
    private readonly Dictionary<string, Task<SignalMessage>> arrivals = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> waiting = new(StringComparer.OrdinalIgnoreCase);
    private string? cause;

    /// <summary>The payload of the next signal of that name, or null where the deadline passed first.</summary>
    public async Task<string?> WaitFor(string name, DateTimeOffset deadline)
    {
        if (!waiting.Add(name))
        {
            throw new InvalidOperationException($"A wait for signal '{name}' is already pending.");
        }

        try
        {
            return TakeKept(name) ?? await TakeArrival(name, deadline);
        }
        finally
        {
            waiting.Remove(name);
        }
    }

    /// <summary>
    /// The span whose signal was consumed since the last call of a step, or null. The story runs on after a wait without a pause, so
    /// the next call is its answer.
    /// </summary>
    public string? TakeCause()
    {
        var taken = cause;
        cause = null;
        return taken;
    }

    /// <summary>Signals that came and that nobody waited for, for the next history.</summary>
    public IReadOnlyList<KeptSignal> TakeUnconsumed()
    {
        foreach (var (name, arrival) in arrivals.Where(a => a.Value.IsCompletedSuccessfully).OrderBy(a => a.Key, StringComparer.Ordinal).ToArray())
        {
            kept.Add(new KeptSignal(name, arrival.Result.Payload));
            arrivals.Remove(name);
        }

        return kept;
    }

    /// <summary>After the last turn of a history a signal can still come to a wait that nobody reads: it is sent on.</summary>
    public void ForwardLateOnes()
    {
        foreach (var (name, arrival) in arrivals)
        {
            _ = Forward(name, arrival);
        }
    }

    private async Task Forward(string name, Task<SignalMessage> arrival) =>
        durable.SendEvent(durable.InstanceId, name, await arrival);

    private string? TakeKept(string name)
    {
        var index = kept.FindIndex(signal => string.Equals(signal.Name, name, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            return null;
        }

        var payload = kept[index].Payload;
        kept.RemoveAt(index);
        return payload;
    }

    private async Task<string?> TakeArrival(string name, DateTimeOffset deadline)
    {
        if (!arrivals.TryGetValue(name, out var arrival))
        {
            arrivals.Add(name, arrival = durable.WaitForExternalEvent<SignalMessage>(name));
        }

        await Race(arrival, deadline);
        if (!arrival.IsCompleted)
        {
            return null;
        }

        arrivals.Remove(name);
        var message = await arrival;
        cause = message.TraceParent;
        return message.Payload;
    }

    private async Task Race(Task arrival, DateTimeOffset deadline)
    {
        if (arrival.IsCompleted)
        {
            return;
        }

        using var answered = new CancellationTokenSource();
        await Task.WhenAny(arrival, durable.WaitUntil(deadline, answered.Token));
        if (arrival.IsCompleted)
        {
            answered.Cancel(); // Not CancelAsync: its callbacks would leave the thread of the orchestration.
        }
        else
        {
            await TakeAnotherTurn();
        }
    }

    // Events of one batch are handed over one by one, the deadline perhaps before a signal that came with it. A turn
    // later all of them are known, and the signal wins.
    private Task TakeAnotherTurn() => durable.CreateTimer(durable.CurrentUtcDateTime, CancellationToken.None);
}
