using Planner.Durability;
using Planner.Durability.Telemetry;
using Planner.Engine.History;

namespace Planner.Engine.Runs;

/// <summary>The steps that a body has called: which may start, which rest before another attempt, which are under way.</summary>
internal sealed class PendingSteps(string instanceId, ReplayCursor log)
{
    private readonly Dictionary<int, PendingStep> pending = [];
    private readonly Dictionary<int, DateTimeOffset> resting = [];
    private readonly SortedSet<int> startable = [];

    /// <summary>Ordinal of the last call.</summary>
    public int LastOrdinal { get; set; }

    /// <summary>True where a step may start or is under way.</summary>
    public bool IsBusy => pending.Count > resting.Count;

    /// <summary>When the first resting step may start again.</summary>
    public DateTimeOffset? NextDue => resting.Count == 0 ? null : resting.Values.Min();

    public Task<string> Call(int call, string name, string input, RetryPolicy retry, DateTimeOffset now, TraceLine trace)
    {
        log.Add(new StepCalled(call, name, ++LastOrdinal));
        var step = new PendingStep(call, name, $"{instanceId}/{name}/{LastOrdinal}", input, retry, now, trace);
        pending.Add(call, step);
        startable.Add(call);
        return step.Task;
    }

    public PendingStep? Find(int call) => pending.GetValueOrDefault(call);

    /// <summary>Steps that nobody has started yet, in the order of their calls.</summary>
    public IReadOnlyList<PendingStep> TakeStartable()
    {
        if (startable.Count == 0)
        {
            return [];
        }

        var steps = startable.Select(call => pending[call]).ToArray();
        startable.Clear();
        return steps;
    }

    public void Complete(int call, string result) => Remove(call).Complete(result);

    public void Fail(int call, string cause, string reason) => Remove(call).Fail(cause, reason);

    /// <summary>Lets a step rest until it may be tried again.</summary>
    public void Rest(int call, int failedAttempt, DateTimeOffset due)
    {
        Known(call).Attempt = failedAttempt + 1;
        startable.Remove(call);
        resting[call] = due;
    }

    /// <summary>Ends the rest of those whose time has come.</summary>
    public void WakeDue(DateTimeOffset now)
    {
        if (resting.Count == 0)
        {
            return;
        }

        foreach (var call in resting.Where(rest => rest.Value <= now).Select(rest => rest.Key).ToArray())
        {
            resting.Remove(call);
            startable.Add(call);
        }
    }

    private PendingStep Remove(int call)
    {
        var step = Known(call);
        pending.Remove(call);
        startable.Remove(call);
        resting.Remove(call);
        return step;
    }

    private PendingStep Known(int call) => pending.TryGetValue(call, out var step)
        ? step
        : throw log.Break(new NonDeterministicWorkflowException(instanceId, $"a step came back (call {call}) that the code did not call."));
}
