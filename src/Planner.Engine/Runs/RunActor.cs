namespace Planner.Engine.Runs;

/// <summary>
/// Takes the turns of one run: all that came since the last turn is handled together, written in one change, and only
/// when that is durable do its effects leave (steps start, callers are answered). Holds no thread between turns.
/// </summary>
internal sealed class RunActor(string id, EngineCore core) : IThreadPoolWorkItem
{
    private readonly Lock gate = new();
    private readonly RunProcessor desk = new(id, core);
    private List<RunMessage> mailbox = [];
    private bool scheduled;
    private bool retired;
    private int uncommitted;
    private Task lastCommit = Task.CompletedTask;
    private DateTimeOffset lastTurn;

    /// <summary>Hands over a message; false where the actor has retired and another must be made.</summary>
    public bool Post(RunMessage message)
    {
        lock (gate)
        {
            if (retired)
            {
                return false;
            }

            mailbox.Add(message);
            if (scheduled)
            {
                return true;
            }

            scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    /// <summary>Leaves memory where nothing is to do and the run ended, is unknown, or has waited for <paramref name="idle"/>.</summary>
    public void TryRetire(DateTimeOffset now, TimeSpan idle)
    {
        lock (gate)
        {
            if (retired || scheduled || mailbox.Count > 0 || uncommitted > 0)
            {
                return;
            }

            if (!desk.IsOver && !(desk.IsWaiting && now - lastTurn >= idle))
            {
                return;
            }

            retired = true;
        }

        core.Directory.Remove(id, this);
    }

    /// <summary>Completes when all that was posted so far is handled and written, or refused.</summary>
    public Task Settled()
    {
        var settle = new Settle();
        return Post(settle) ? settle.Reply.Task.ContinueWith(_ => { }, TaskScheduler.Default) : Task.CompletedTask;
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (Take() is { } batch)
        {
            Turn(batch);
        }

        if (desk.IsOver)
        {
            TryRetire(core.Now, TimeSpan.Zero);
        }
    }

    private List<RunMessage>? Take()
    {
        lock (gate)
        {
            if (mailbox.Count == 0)
            {
                scheduled = false;
                return null;
            }

            var batch = mailbox;
            mailbox = [];
            uncommitted++;
            return batch;
        }
    }

    private void Turn(List<RunMessage> batch)
    {
        lastTurn = core.Now;
        var effects = new TurnEffects();
        try
        {
            desk.Handle(batch, effects);
            if (effects.Commit(core.Store) is { } commit)
            {
                lastCommit = commit;
            }

            _ = Release(lastCommit, batch, effects);
        }
        catch (Exception e)
        {
            Release();
            core.Refuse(batch, e);
        }
    }

    private async Task Release(Task commit, List<RunMessage> batch, TurnEffects effects)
    {
        try
        {
            await commit.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            core.Refuse(batch, e);
            return;
        }

        effects.Release(core);
        Release();
        if (desk.IsOver)
        {
            TryRetire(core.Now, TimeSpan.Zero);
        }
    }

    private void Release()
    {
        lock (gate)
        {
            uncommitted--;
        }
    }
}
