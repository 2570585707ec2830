namespace Planner.Core.Grounding.History;

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
}

/// <summary>A file, in how many of the commits that were read it changed, when last, and who changed it most.</summary>
public sealed record BusyFile(string Path, int Changes, string LastChanged, IReadOnlyList<string> Authors);

/// <summary>An earlier commit; <paramref name="IsRevert"/> where it took another back.</summary>
public sealed record EarlierCommit(string Sha, string Date, string Author, string Subject, bool IsRevert, IReadOnlyList<string> Files);

/// <summary>A file that changed in <paramref name="Times"/> of the <paramref name="Of"/> commits of another.</summary>
public sealed record Companion(string Path, string With, int Times, int Of);
