using Planner.Core.Artifacts;
using Planner.Testing.Planning;

namespace Planner.Specialists.Tests.Models;

/// <summary>A store whose process is killed at a write: what was written before stays.</summary>
/// <param name="inner">What stays.</param>
/// <param name="notes">Killed before the first note.</param>
/// <param name="updates">Killed before the shared document is changed for this time; 0 for never.</param>
internal sealed class DyingStore(MemoryStore inner, bool notes = false, int updates = 0) : IArtifactStore
{
    private int updated;

    public Task<string> Note(string ticket, string runId, string name, string sha256, CancellationToken cancellation) =>
        notes ? throw new KilledException() : inner.Note(ticket, runId, name, sha256, cancellation);

    public Task Update(string path, Func<string?, string> change, CancellationToken cancellation) =>
        ++updated == updates ? throw new KilledException() : inner.Update(path, change, cancellation);

    public Task<string> PutContent(string ticket, string runId, string text, CancellationToken cancellation) =>
        inner.PutContent(ticket, runId, text, cancellation);

    public Task<string> GetContent(string ticket, string runId, string sha256, CancellationToken cancellation) =>
        inner.GetContent(ticket, runId, sha256, cancellation);

    public Task<string?> Noted(string ticket, string runId, string name, CancellationToken cancellation) => inner.Noted(ticket, runId, name, cancellation);

    public Task DeleteRun(string ticket, string runId, CancellationToken cancellation) => inner.DeleteRun(ticket, runId, cancellation);

    public Task<int> ReserveVersion(string ticket, string runId, CancellationToken cancellation) => inner.ReserveVersion(ticket, runId, cancellation);

    public Task Write(string ticket, int version, string path, string text, CancellationToken cancellation) =>
        inner.Write(ticket, version, path, text, cancellation);

    public Task Publish(string ticket, int version, CancellationToken cancellation) => inner.Publish(ticket, version, cancellation);

    public Task<int?> Latest(string ticket, CancellationToken cancellation) => inner.Latest(ticket, cancellation);

    public Task<string?> Read(string ticket, int version, string path, CancellationToken cancellation) => inner.Read(ticket, version, path, cancellation);

    public Task<IReadOnlyList<string>> List(string ticket, int version, CancellationToken cancellation) => inner.List(ticket, version, cancellation);

    public Task<string?> ReadShared(string path, CancellationToken cancellation) => inner.ReadShared(path, cancellation);

    public string Locate(string ticket, int version) => inner.Locate(ticket, version);
}

/// <summary>The process is gone.</summary>
internal sealed class KilledException : Exception;
