using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.Snapshots;

/// <summary>Where a snapshot is kept.</summary>
public interface ISnapshotPlace
{
    /// <summary>Its name, for people.</summary>
    string Told { get; }

    /// <summary>The sha256 of the archive that is there now, in hex.</summary>
    /// <exception cref="CodebaseUnreadableException">There is none.</exception>
    /// <exception cref="CodebaseUnavailableException">The place cannot be reached.</exception>
    Task<string> Hash(CancellationToken cancellation);

    /// <summary>A whole copy of the archive, to read once.</summary>
    Task<Stream> Open(CancellationToken cancellation);

    /// <summary>Puts an archive there, in place of the one before; others see one of the two, and whole.</summary>
    /// <param name="file">The archive; taken away where it can be moved.</param>
    /// <param name="sha256">Its hash.</param>
    /// <param name="cancellation">Ends it.</param>
    Task Put(string file, string sha256, CancellationToken cancellation);
}
