using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Reading;

/// <summary>
/// Readings of one code base, one after the other. Whoever asks while one is under way shares the next with all who ask until it
/// begins: nobody gets an index older than the question, and many runs at once take the time and memory of few.
/// </summary>
/// <param name="read">Reads it; told to stop where nobody waits any more.</param>
#pragma warning disable CA1001 // Each reading is disposed of by the last that leaves it.
internal sealed class SharedReadings(Func<CancellationToken, Task<CodebaseIndex>> read)
#pragma warning restore CA1001
{
    private readonly Lock gate = new();
    private Reading? waiting;
    private Task last = Task.CompletedTask;

    public async Task<CodebaseIndex> Ask(CancellationToken cancellation)
    {
        var reading = Join();
        try
        {
            return await reading.Index.WaitAsync(cancellation);
        }
        finally
        {
            Leave(reading);
        }
    }

    private Reading Join()
    {
        lock (gate)
        {
            if (waiting is null)
            {
                waiting = new Reading();
                last = waiting.Index = Run(waiting, last);
            }

            waiting.Askers++;
            return waiting;
        }
    }

    private async Task<CodebaseIndex> Run(Reading reading, Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        Close(reading);
        return await Task.Run(() => read(reading.Abandoned), reading.Abandoned);
    }

    private void Close(Reading reading)
    {
        lock (gate)
        {
            if (waiting == reading)
            {
                waiting = null;
            }
        }
    }

    private void Leave(Reading reading)
    {
        lock (gate)
        {
            if (--reading.Askers > 0)
            {
                return;
            }

            Close(reading);
        }

        reading.Dispose();
    }

    private sealed class Reading : IDisposable
    {
        private readonly CancellationTokenSource abandoned = new();

        public Reading() => Abandoned = abandoned.Token;

        public CancellationToken Abandoned { get; }

        public Task<CodebaseIndex> Index { get; set; } = null!;

        public int Askers { get; set; }

        public void Dispose()
        {
            abandoned.Cancel();
            abandoned.Dispose();
        }
    }
}
