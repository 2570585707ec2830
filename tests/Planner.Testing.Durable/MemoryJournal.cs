using System.Collections.Concurrent;
using Planner.Durability;

namespace Planner.Testing.Durable;

/// <summary>A journal that lives as long as the test.</summary>
internal sealed class MemoryJournal : IJournal
{
    private readonly ConcurrentDictionary<string, List<JournalEntry>> runs = new(StringComparer.Ordinal);

    public Task Append(string runId, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation = default)
    {
        var lines = runs.GetOrAdd(runId, _ => []);
        lock (lines)
        {
            lines.AddRange(entries.Where(entry => lines.All(line => line.Id != entry.Id)));
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<JournalLine>> Read(string runId, long after = 0, int limit = 1000, CancellationToken cancellation = default)
    {
        var lines = runs.GetOrAdd(runId, _ => []);
        lock (lines)
        {
            return Task.FromResult<IReadOnlyList<JournalLine>>([.. lines.Select((line, i) => new JournalLine(i + 1, line))
                .Where(l => l.Sequence > after)
                .Take(limit)]);
        }
    }

    public Task Delete(string runId, CancellationToken cancellation = default)
    {
        runs.TryRemove(runId, out _);
        return Task.CompletedTask;
    }
}
