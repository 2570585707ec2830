using System.Collections.Concurrent;
using Planner.Durability;

namespace Planner.Testing.Durable;

/// <summary>An inbox that lives as long as the store beside it.</summary>
internal sealed class MemoryInbox : IInbox
{
    private readonly ConcurrentDictionary<(string Run, string Item), string> items = new();

    public Task<InboxWrite> TryAdd(string runId, string item, string payload, CancellationToken cancellation = default)
    {
        var added = items.TryAdd((runId, item), payload);
        return Task.FromResult(new InboxWrite(added, new InboxItem(item, items[(runId, item)])));
    }

    public Task<IReadOnlyList<InboxItem>> Read(string runId, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<InboxItem>>(
        [
            .. items.Where(i => i.Key.Run == runId)
                .Select(i => new InboxItem(i.Key.Item, i.Value))
                .OrderBy(i => i.Item, StringComparer.Ordinal),
        ]);

    public Task Delete(string runId, CancellationToken cancellation = default)
    {
        foreach (var key in items.Keys.Where(k => k.Run == runId))
        {
            items.TryRemove(key, out _);
        }

        return Task.CompletedTask;
    }
}
