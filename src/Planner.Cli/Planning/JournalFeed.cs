using System.Runtime.CompilerServices;
using Planner.Durability;

namespace Planner.Cli.Planning;

/// <summary>A run's journal as it grows.</summary>
internal sealed class JournalFeed(IJournal journal, string runId)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);
    private long last;

    /// <summary>New entries until <paramref name="until"/> completes and all that came before it are read.</summary>
    public async IAsyncEnumerable<JournalEntry> Until(Task until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        bool finished;
        do
        {
            finished = until.IsCompleted;
            foreach (var line in await journal.Read(runId, last, cancellation: cancellation))
            {
                last = line.Sequence;
                yield return line.Entry;
            }

            await Task.WhenAny(until, Task.Delay(Pause, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
        while (!finished);
    }
}
