using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Planner.Core.Grounding.Snapshots;

namespace Planner.Codebase.Snapshots;

/// <summary>Packs a code base for hosts that have neither its folder nor git.</summary>
public sealed class SnapshotPublisher
{
    private readonly ISnapshotPlace place;
    private readonly string? file;

    private SnapshotPublisher(ISnapshotPlace place, string? file) => (this.place, this.file) = (place, file);

    /// <summary>Checks where a snapshot goes; nothing is written yet.</summary>
    /// <param name="to">A file that ends in <c>.tar.gz</c>, or <c>blob:NAME</c> for the artifact container.</param>
    /// <param name="places">The artifact container; null where artifacts go to a folder.</param>
    /// <exception cref="OptionsValidationException">It cannot go there; says how to mend it.</exception>
    public static SnapshotPublisher To(string to, ISnapshotPlaces? places)
    {
        if (SnapshotName.InContainer(to) is { } name)
        {
            return new SnapshotPublisher(InContainer(to, name, places), null);
        }

        var path = Path.GetFullPath(to);
        return !path.EndsWith(SnapshotName.Extension, StringComparison.OrdinalIgnoreCase)
            ? throw Wrong($"--to '{to}' is no place for a snapshot: give a file that ends in {SnapshotName.Extension}, "
                + "or blob:NAME for the artifact container.")
            : Directory.Exists(path) ? throw Wrong($"--to '{to}' is a folder: give a file.")
            : !Directory.Exists(Path.GetDirectoryName(path)) ? throw Wrong($"--to '{to}' lies in a folder that does not exist: make it first.")
            : new SnapshotPublisher(new FileSnapshot(path), path);
    }

    /// <summary>Packs a code base and puts it there, in place of what was there before.</summary>
    /// <param name="codebase">Its absolute folder.</param>
    /// <param name="options">Bounds, the same as those of readings.</param>
    /// <param name="cancellation">Ends it; what was there before stays.</param>
    public async Task<SnapshotReport> Publish(string codebase, CodebaseOptions options, CancellationToken cancellation)
    {
        var folder = file is null ? Path.GetTempPath() : Path.GetDirectoryName(file)!;
        var temporary = Path.Combine(folder, $"{SnapshotPacker.TemporaryPrefix}{Guid.NewGuid():n}.tmp");
        try
        {
            var packed = await Task.Run(() => Pack(codebase, options, temporary, cancellation), cancellation);
            await place.Put(temporary, packed.Sha256, cancellation);
            return packed;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private SnapshotReport Pack(string codebase, CodebaseOptions options, string temporary, CancellationToken cancellation)
    {
        using var archive = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite);
        var (facts, leftOut) = new SnapshotPacker(Path.TrimEndingDirectorySeparator(codebase), options, file).Pack(archive, cancellation);
        archive.Position = 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(archive));
        return new SnapshotReport(place.Told, hash, archive.Length, facts.Commit, facts.Files, facts.Bytes, facts.Commits, leftOut, facts.Limitations);
    }

    private static ISnapshotPlace InContainer(string to, string name, ISnapshotPlaces? places)
    {
        if (!SnapshotName.IsName(name))
        {
            throw Wrong($"--to '{to}' names no snapshot: after blob: give {SnapshotName.Rule}.");
        }

        return places?.Place(name, long.MaxValue)
            ?? throw Wrong($"--to '{to}' means the artifact container, and there is none: set Artifacts__Store to Blob with its account, or give a file.");
    }

    private static OptionsValidationException Wrong(string fault) => new("snapshot", typeof(SnapshotPublisher), [fault]);
}
