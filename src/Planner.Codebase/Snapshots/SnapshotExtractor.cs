using System.IO.Compression;

namespace Planner.Codebase.Snapshots;

/// <summary>
/// Unpacks a snapshot into an empty folder. Every name is checked before anything is made by it; files are made anew and never
/// written over, so that an archive reaches nothing outside of the folder, whatever it holds.
/// </summary>
internal sealed class SnapshotExtractor(SnapshotLimits limits)
{
    // Read as a whole later on.
    private const long LargestTable = 64L * 1024 * 1024;

    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly UsedPaths used = new();
    private int files;
    private long bytes;
    private bool isComplete;

    /// <exception cref="SnapshotFaultyException">It is no snapshot, is too large, or holds what it must not.</exception>
    public void Extract(Stream archive, string folder, CancellationToken cancellation)
    {
        try
        {
            var packed = new MeteredStream(archive, limits.CheckArchive);
            using var unpacked = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
            var content = new MeteredStream(unpacked, written => limits.CheckContent(written, packed.Count));
            All(new SnapshotReader(content), folder, cancellation);
            // What follows the end is read as well: then the sum of all is checked, and the caller hashes the whole of it.
            Drain(content, cancellation);
            Drain(packed, cancellation);
        }
        catch (InvalidDataException)
        {
            throw new SnapshotFaultyException("is damaged or not a .tar.gz file");
        }
    }

    private void Drain(MeteredStream stream, CancellationToken cancellation)
    {
        while (stream.Read(buffer.AsSpan()) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private void All(SnapshotReader reader, string folder, CancellationToken cancellation)
    {
        var entries = 0;
        while (reader.Next() is { } entry)
        {
            cancellation.ThrowIfCancellationRequested();
            limits.CheckCount(++entries);
            Check(entry);
            if (!entry.IsFolder)
            {
                Write(reader, entry, folder);
            }
        }

        var facts = isComplete ? SnapshotFacts.Read(File.ReadAllText(Path.Combine(folder, SnapshotNames.Facts))) : null;
        if (facts is null || facts.Files != files || facts.Bytes != bytes)
        {
            throw new SnapshotFaultyException("is no snapshot, or not a whole one: make it with 'planner snapshot'");
        }
    }

    private void Check(TarEntry entry)
    {
        if (EntryPath.Fault(entry.Name) is { } fault)
        {
            throw new SnapshotFaultyException($"holds '{SnapshotReader.Printable(entry.Name)}', which is not unpacked: {fault}");
        }

        if (!entry.IsFolder && !used.TryAdd(entry.Name))
        {
            throw new SnapshotFaultyException($"holds '{SnapshotReader.Printable(entry.Name)}' twice, or as a file and a folder");
        }

        var isTable = entry.Name is SnapshotNames.Facts or SnapshotNames.History;
        if (isTable && entry.Length > LargestTable)
        {
            throw new SnapshotFaultyException($"holds a {entry.Name} of more than {LargestTable / 1024 / 1024} MiB");
        }

        if (!entry.IsFolder && !isTable && !entry.Name.StartsWith(SnapshotNames.Code, StringComparison.Ordinal))
        {
            throw new SnapshotFaultyException($"holds '{SnapshotReader.Printable(entry.Name)}', which no snapshot has: make it with 'planner snapshot'");
        }
    }

    private void Write(SnapshotReader reader, TarEntry entry, string folder)
    {
        var path = Path.Combine(folder, entry.Name.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var read = reader.Read(buffer); read > 0; read = reader.Read(buffer))
        {
            file.Write(buffer, 0, read);
        }

        isComplete |= entry.Name == SnapshotNames.Facts;
        if (entry.Name.StartsWith(SnapshotNames.Code, StringComparison.Ordinal))
        {
            (files, bytes) = (files + 1, bytes + entry.Length);
        }
    }
}
