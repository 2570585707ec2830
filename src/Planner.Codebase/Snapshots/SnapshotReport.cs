namespace Planner.Codebase.Snapshots;

/// <summary>What was packed.</summary>
/// <param name="Place">Where the snapshot is.</param>
/// <param name="Sha256">Of the archive, in hex.</param>
/// <param name="ArchiveBytes">Its size.</param>
/// <param name="Commit">The commit that was checked out, or null.</param>
/// <param name="Files">Files with their content.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Commits">Commits of the history.</param>
/// <param name="LeftOut">Files that are known by their path only, by cause.</param>
/// <param name="Limitations">What could not be packed, as sentences.</param>
public sealed record SnapshotReport(
    string Place,
    string Sha256,
    long ArchiveBytes,
    string? Commit,
    int Files,
    long Bytes,
    int Commits,
    LeftOutFiles LeftOut,
    IReadOnlyList<string> Limitations);

/// <summary>Files that a snapshot knows by their path only.</summary>
/// <param name="Secret">Their names say that they hold keys or passwords.</param>
/// <param name="Large">They are larger than grounding reads.</param>
/// <param name="Binary">They are no text.</param>
public sealed record LeftOutFiles(int Secret, int Large, int Binary);
