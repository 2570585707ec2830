namespace Planner.Core.Grounding.Facts;

/// <summary>What of the past bears on one ticket.</summary>
public sealed record TicketHistory
{
    /// <summary>Nothing was found.</summary>
    public static TicketHistory None { get; } = new();

    /// <summary>Likely files that changed often, the busiest first.</summary>
    public IReadOnlyList<BusyFile> Busy { get; init; } = [];

    /// <summary>Earlier commits that cite the ticket or speak of the same, the likest first.</summary>
    public IReadOnlyList<EarlierCommit> Earlier { get; init; } = [];

    /// <summary>Files that usually change together with a likely one and are not likely themselves.</summary>
    public IReadOnlyList<Companion> Companions { get; init; } = [];

    /// <summary>The day of the newest commit, up to which a year is counted back; empty where nothing is known.</summary>
    public string Until { get; init; } = "";

    /// <summary>Who changed each ranked file most in that year, in the order of the ranking.</summary>
    public IReadOnlyList<FileKeeper> Keepers { get; init; } = [];

    /// <summary>Ranked files that changed far more often in that year than the rest.</summary>
    public IReadOnlyList<HotFile> Hot { get; init; } = [];

    /// <summary>Files that nearly always change together with a ranked one, likely or not.</summary>
    public IReadOnlyList<Companion> Bonds { get; init; } = [];
}

/// <summary>A file, in how many of the commits that were read it changed, when last, and who changed it most.</summary>
public sealed record BusyFile(string Path, int Changes, string LastChanged, IReadOnlyList<string> Authors);

/// <summary>An earlier commit; <paramref name="IsRevert"/> where it took another back.</summary>
public sealed record EarlierCommit(string Sha, string Date, string Author, string Subject, bool IsRevert, IReadOnlyList<string> Files)
{
    /// <summary>The hash of the commit that took this one back; null where it stands.</summary>
    public string? RevertedBy { get; init; }

    /// <summary>The hash of the commit that this one took back; null where it took none back or that is not known.</summary>
    public string? TookBack { get; init; }
}

/// <summary>Who made <paramref name="Changes"/> of the year's <paramref name="Of"/> changes of a file.</summary>
public sealed record FileKeeper(string Path, string Name, int Changes, int Of);

/// <summary>A file with its changes in the year; half of the files that changed at all did so at most <paramref name="Typical"/> times.</summary>
public sealed record HotFile(string Path, int Changes, int Typical);

/// <summary>A file that changed in <paramref name="Times"/> of the <paramref name="Of"/> commits of another.</summary>
public sealed record Companion(string Path, string With, int Times, int Of);
