using System.Security.Cryptography;
using System.Text;
using Planner.Core.Artifacts;

namespace Planner.Testing.Planning;

/// <summary>
/// Versions, contents and notes of one ticket in memory, and documents that tickets share; a version is published as soon as it holds a
/// file.
/// </summary>
public sealed class MemoryStore : IArtifactStore
{
    private readonly Dictionary<string, string> contents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Run, string Name), string> notes = [];
    private readonly Dictionary<string, string> shared = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, Dictionary<string, string>> versions = [];

    public Task<string> PutContent(string ticket, string runId, string text, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        contents[hash] = text;
        return Task.FromResult(hash);
    }

    public Task<string> GetContent(string ticket, string runId, string sha256, CancellationToken cancellation) => Task.FromResult(contents[sha256]);

    public Task<string> Note(string ticket, string runId, string name, string sha256, CancellationToken cancellation)
    {
        notes.TryAdd((runId, name), sha256);
        return Task.FromResult(notes[(runId, name)]);
    }

    public Task<string?> Noted(string ticket, string runId, string name, CancellationToken cancellation) =>
        Task.FromResult(notes.GetValueOrDefault((runId, name)));

    public Task DeleteRun(string ticket, string runId, CancellationToken cancellation)
    {
        foreach (var note in notes.Keys.Where(n => n.Run == runId).ToList())
        {
            notes.Remove(note);
        }

        return Task.CompletedTask;
    }

    public Task<int> ReserveVersion(string ticket, string runId, CancellationToken cancellation) => throw new NotSupportedException();

    public Task Write(string ticket, int version, string path, string text, CancellationToken cancellation)
    {
        versions.TryAdd(version, new(StringComparer.Ordinal));
        versions[version][path] = text;
        return Task.CompletedTask;
    }

    public Task Publish(string ticket, int version, CancellationToken cancellation) => Task.CompletedTask;

    public Task<int?> Latest(string ticket, CancellationToken cancellation) => Task.FromResult<int?>(versions.Count == 0 ? null : versions.Keys.Last());

    public Task<string?> Read(string ticket, int version, string path, CancellationToken cancellation) =>
        Task.FromResult(versions.GetValueOrDefault(version)?.GetValueOrDefault(path));

    public Task<IReadOnlyList<string>> List(string ticket, int version, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([.. versions.GetValueOrDefault(version, []).Keys.Order(StringComparer.Ordinal)]);

    public Task Update(string path, Func<string?, string> change, CancellationToken cancellation)
    {
        lock (shared)
        {
            shared[path] = change(shared.GetValueOrDefault(path));
        }

        return Task.CompletedTask;
    }

    public Task<string?> ReadShared(string path, CancellationToken cancellation)
    {
        lock (shared)
        {
            return Task.FromResult(shared.GetValueOrDefault(path));
        }
    }

    public string Locate(string ticket, int version) => $"v{version}";
}
