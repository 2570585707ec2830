namespace Planner.Codebase.Snapshots;

/// <summary>What stands where in a snapshot: the files of the code base, its history, and at the end what was packed.</summary>
internal static class SnapshotNames
{
    /// <summary>Above the files of the code base.</summary>
    public const string Code = "code/";

    /// <summary>The newest commits.</summary>
    public const string History = "history.tsv";

    /// <summary>The last entry: an archive without it was cut off.</summary>
    public const string Facts = "snapshot.json";
}
