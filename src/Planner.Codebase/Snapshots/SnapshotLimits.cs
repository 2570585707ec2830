namespace Planner.Codebase.Snapshots;

/// <summary>How large a snapshot may be.</summary>
/// <param name="ArchiveBytes">Of the archive.</param>
/// <param name="Bytes">Of all files together.</param>
/// <param name="Files">Count of its entries.</param>
/// <param name="Ratio">Of the files to the archive, in bytes, beyond the first 16 MiB.</param>
internal sealed record SnapshotLimits(long ArchiveBytes, long Bytes, int Files, int Ratio)
{
    private const long Free = 16L * 1024 * 1024;

    public void CheckArchive(long read)
    {
        if (read > ArchiveBytes)
        {
            throw new SnapshotFaultyException($"is larger than {ArchiveBytes / 1024 / 1024} MiB: leave out what is no code, or raise MaxArchiveBytes");
        }
    }

    public void CheckContent(long written, long read)
    {
        // Every entry has a header and padding besides.
        if (written > Bytes + (Files * 2L * TarHeader.BlockSize))
        {
            throw new SnapshotFaultyException($"unpacks to more than {Bytes / 1024 / 1024} MiB: leave out what is no code, or raise MaxBytes");
        }

        if (written > Free && written / Ratio > read)
        {
            throw new SnapshotFaultyException($"unpacks to more than {Ratio} times its size, as no code does; if it is sound, raise MaxRatio");
        }
    }

    public void CheckCount(int entries)
    {
        if (entries > Files)
        {
            throw new SnapshotFaultyException($"holds more than {Files} entries: leave out what is no code, or raise MaxFiles");
        }
    }
}
