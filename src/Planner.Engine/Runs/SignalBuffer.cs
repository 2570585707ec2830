using Planner.Engine.History;

namespace Planner.Engine.Runs;

/// <summary>Signals that came and waits for them; names are case-insensitive.</summary>
internal sealed class SignalBuffer(ReplayCursor log)
{
    private readonly Dictionary<string, Wait> waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SignalReceived> early = [];

    /// <summary>When the first wait runs out, and which.</summary>
    public (DateTimeOffset Due, int Call)? NextDue => waits.Count == 0 ? null : waits.Values.Min(wait => (wait.Deadline, wait.Call));

    /// <summary>Signals that nobody has waited for, in the order in which they came.</summary>
    public IReadOnlyList<SignalReceived> Unconsumed => early;

    /// <summary>The payload of the next signal of that name, or null where the deadline passed.</summary>
    public Task<string?> WaitFor(int call, string name, DateTimeOffset deadline)
    {
        if (waits.ContainsKey(name))
        {
            throw new InvalidOperationException($"A wait for signal '{name}' is already pending.");
        }

        var wait = new Wait(call, log.Add(new WaitCalled(call, name, deadline)).Deadline);
        var index = early.FindIndex(signal => string.Equals(signal.Name, name, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            waits.Add(name, wait);
            return wait.Source.Task;
        }

        var payload = early[index].Payload;
        early.RemoveAt(index);
        return Task.FromResult<string?>(payload);
    }

    public void Receive(SignalReceived signal)
    {
        if (waits.Remove(signal.Name, out var wait))
        {
            wait.Source.SetResult(signal.Payload);
        }
        else
        {
            early.Add(signal);
        }
    }

    public void TimeOut(int call)
    {
        foreach (var (name, wait) in waits)
        {
            if (wait.Call != call)
            {
                continue;
            }

            waits.Remove(name);
            wait.Source.SetResult(null);
            return;
        }
    }

    private sealed record Wait(int Call, DateTimeOffset Deadline)
    {
        public TaskCompletionSource<string?> Source { get; } = new();
    }
}
