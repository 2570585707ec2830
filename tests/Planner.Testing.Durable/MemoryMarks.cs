using System.Collections.Concurrent;
using Planner.Durability;

namespace Planner.Testing.Durable;

/// <summary>Marks that live as long as the store beside them.</summary>
internal sealed class MemoryMarks : IMarks
{
    private readonly ConcurrentDictionary<(string Place, string Name), string> marks = new();

    /// <summary>All places that hold something.</summary>
    public IEnumerable<string> Places => marks.Keys.Select(k => k.Place).Distinct().Order(StringComparer.Ordinal);

    public Task<bool> TrySet(string place, string name, string text, CancellationToken cancellation = default) =>
        Task.FromResult(marks.TryAdd((place, name), text));

    public Task<string?> Find(string place, string name, CancellationToken cancellation = default) => Task.FromResult(marks.GetValueOrDefault((place, name)));

    public Task<IReadOnlyList<string>> Names(string place, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<string>>([.. marks.Keys.Where(k => k.Place == place).Select(k => k.Name).Order(StringComparer.Ordinal)]);

    public Task Remove(string place, string? name = null, CancellationToken cancellation = default)
    {
        foreach (var key in marks.Keys.Where(k => k.Place == place && (name is null || k.Name == name)))
        {
            marks.TryRemove(key, out _);
        }

        return Task.CompletedTask;
    }
}
