namespace Planner.Core.Artifacts;

/// <summary>
/// Where plans are kept: <c>JIRA-{KEY}/v{n}/…</c>, <c>JIRA-{KEY}/latest.json</c> and, for the work of runs,
/// <c>JIRA-{KEY}/.runs/{runId}/…</c>. Text is UTF-8. Every write is whole or not there, and durable when it returns.
/// Paths are relative, with forward slashes, and never leave the ticket's folder. Any call may be made again after a
/// crash, also from another process, and calls of several processes at once lose nothing.
/// </summary>
/// <remarks>
/// Every member throws <see cref="ArtifactPathException"/> for a key, run id or path that <see cref="ArtifactPath"/>
/// refuses, and <see cref="ArtifactStoreUnavailableException"/> where the store itself cannot be reached or written.
/// </remarks>
public interface IArtifactStore
{
    /// <summary>Keeps a text of a run under its sha256 (hex, lower case) and returns that; the same text again changes nothing.</summary>
    Task<string> PutContent(string ticket, string runId, string text, CancellationToken cancellation);

    /// <summary>A text of a run by its sha256.</summary>
    /// <exception cref="ArtifactMissingException">It is not there, or its bytes no longer match.</exception>
    Task<string> GetContent(string ticket, string runId, string sha256, CancellationToken cancellation);

    /// <summary>
    /// Notes a reference under a name in a run, create-once: the first note of a name stands for ever and is returned.
    /// </summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="runId">The run.</param>
    /// <param name="name">A sha256 in hex, lower case.</param>
    /// <param name="sha256">The content that it refers to.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    Task<string> Note(string ticket, string runId, string name, string sha256, CancellationToken cancellation);

    /// <summary>What was noted under a name in a run, or null.</summary>
    Task<string?> Noted(string ticket, string runId, string name, CancellationToken cancellation);

    /// <summary>
    /// Deletes the work of a run, its contents and notes; none is no fault. Versions, and the number that the run has, stay. A call that
    /// was stopped in between is made again.
    /// </summary>
    Task DeleteRun(string ticket, string runId, CancellationToken cancellation);

    /// <summary>
    /// The version number of a run: create-once, so the same run gets the same number; numbers start at 1 and have no gaps at the
    /// time of reserving.
    /// </summary>
    Task<int> ReserveVersion(string ticket, string runId, CancellationToken cancellation);

    /// <summary>
    /// Writes a file of a version. The same bytes again change nothing. Until its manifest is written the version is
    /// invisible to <see cref="Read"/> and <see cref="List"/>; a store may keep it so until <see cref="Publish"/>.
    /// </summary>
    /// <exception cref="ArtifactConflictException">The file is there with other bytes, or the version is published without it:
    /// versions never change.</exception>
    Task Write(string ticket, int version, string path, string text, CancellationToken cancellation);

    /// <summary>Makes a version visible, and the latest where no newer one is. An older version never replaces a newer one. Again changes nothing.</summary>
    /// <exception cref="ArtifactMissingException">Its <c>manifest.json</c> has not been written.</exception>
    Task Publish(string ticket, int version, CancellationToken cancellation);

    /// <summary>The latest published version, or null.</summary>
    Task<int?> Latest(string ticket, CancellationToken cancellation);

    /// <summary>A file of a published version, or null.</summary>
    Task<string?> Read(string ticket, int version, string path, CancellationToken cancellation);

    /// <summary>Paths of a published version's files, in ordinal order; empty where there are none.</summary>
    Task<IReadOnlyList<string>> List(string ticket, int version, CancellationToken cancellation);

    /// <summary>
    /// A document shared by all tickets, like <c>decisions/index.json</c>, changed by compare-and-swap: <paramref name="change"/>
    /// may be called again with newer text (null where there is none).
    /// </summary>
    Task Update(string path, Func<string?, string> change, CancellationToken cancellation);

    /// <summary>A shared document, or null.</summary>
    Task<string?> ReadShared(string path, CancellationToken cancellation);

    /// <summary>Where people find a version: a folder or URL.</summary>
    string Locate(string ticket, int version);
}
