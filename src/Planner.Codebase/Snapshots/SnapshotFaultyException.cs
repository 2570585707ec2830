namespace Planner.Codebase.Snapshots;

/// <summary>An archive is no snapshot, is damaged, or may not be unpacked.</summary>
/// <param name="reason">What is wrong, as the end of a sentence that begins with the archive.</param>
internal sealed class SnapshotFaultyException(string reason) : Exception(reason);
