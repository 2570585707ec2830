namespace Planner.Engine.Runs;

/// <summary>
/// Makes a workflow body one logical thread: its continuations run in order, inside the turn that caused them. What
/// is posted outside a turn came from something that is not the context's, and is reported.
/// </summary>
internal sealed class TurnContext(Action<string> stray) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> posted = new();
    private volatile int thread;

    /// <summary>Whether the caller runs inside a turn.</summary>
    public bool IsCurrent => thread == Environment.CurrentManagedThreadId;

    /// <summary>Runs an action and all continuations that follow from it.</summary>
    public void Run(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        thread = Environment.CurrentManagedThreadId;
        try
        {
            action();
            while (posted.TryDequeue(out var next))
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            thread = 0;
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            posted.Enqueue((d, state));
        }
        else
        {
            stray("it awaited something that its context did not give it.");
        }
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("A workflow body cannot be called into.");

    public override SynchronizationContext CreateCopy() => this;
}
