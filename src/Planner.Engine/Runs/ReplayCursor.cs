using Planner.Engine.History;

namespace Planner.Engine.Runs;

/// <summary>
/// What the body asks for, in order. During a replay each request must be the next recorded one; what goes beyond the
/// record is fresh.
/// </summary>
internal sealed class ReplayCursor(string instanceId)
{
    private readonly List<Request> fresh = [];
    private IReadOnlyList<HistoryEvent> recorded = [];
    private int cursor;

    /// <summary>True while the body runs through what is recorded, up to the first request that is not.</summary>
    public bool IsReplaying { get; private set; }

    /// <summary>Why the body does not fit, once it did not.</summary>
    public NonDeterministicWorkflowException? Fault { get; private set; }

    /// <summary>Replays recorded events: <paramref name="apply"/> is given each occurrence, and its requests are checked here.</summary>
    public void Replay(IReadOnlyList<HistoryEvent> events, Action<Occurrence> apply)
    {
        (recorded, cursor, IsReplaying) = (events, 0, true);
        while (cursor < events.Count)
        {
            if (events[cursor] is not Occurrence occurrence)
            {
                throw Break(new(instanceId, cursor, $"{Name(events[cursor])} is recorded, and the code does not ask for it there."));
            }

            cursor++;
            apply(occurrence);
        }

        (recorded, cursor, IsReplaying) = ([], 0, false);
    }

    /// <summary>Takes a request; returns the recorded one where there is one.</summary>
    public T Add<T>(T request)
        where T : Request
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        if (cursor == recorded.Count)
        {
            IsReplaying = false;
            fresh.Add(request);
            return request;
        }

        if (recorded[cursor] is not Request expected || !expected.Fits(request))
        {
            throw Break(new(instanceId, cursor, $"{Name(recorded[cursor])} is recorded, and the code asks for {Name(request)}."));
        }

        cursor++;
        return (T)expected;
    }

    /// <summary>Fresh requests since the last time.</summary>
    public void TakeFresh(List<HistoryEvent> into)
    {
        into.AddRange(fresh);
        fresh.Clear();
    }

    /// <summary>Marks the run as not fitting; the first fault stays.</summary>
    public NonDeterministicWorkflowException Break(NonDeterministicWorkflowException fault) => Fault ??= fault;

    private static string Name(HistoryEvent e) => e switch
    {
        StepCalled called => $"step '{called.Step}' with ordinal {called.Ordinal}",
        WaitCalled wait => $"a wait for signal '{wait.Signal}'",
        SleepCalled sleep => $"a sleep (call {sleep.Call})",
        SleepCancelled sleep => $"cancelling a sleep (call {sleep.Call})",
        RunEnded ended => $"the end as {ended.Status}",
        _ => $"the occurrence {e.GetType().Name}",
    };
}
