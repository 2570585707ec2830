namespace Planner.Core.Grounding.Ranking;

/// <summary>How much each reason counts. Measured on tickets of a public system whose later changes are known; none is made for one of them.</summary>
internal sealed record RankingWeights
{
    public static RankingWeights Default { get; } = new();

    public double Name { get; init; } = 0.3;

    public double Word { get; init; } = 0.5;

    public double Path { get; init; } = 0.1;

    /// <summary>Of what hangs together with the likeliest files.</summary>
    public double Neighbour { get; init; } = 0.2;

    /// <summary>The share of the above that a file earns by sharing words with the ticket itself.</summary>
    public double NeighbourWords { get; init; } = 0.5;

    /// <summary>How many of the likeliest files are followed.</summary>
    public int Seeds { get; init; } = 12;

    /// <summary>How often the likeliest files are followed anew.</summary>
    public int Rounds { get; init; } = 2;

    /// <summary>What further reasons of the same file add to its strongest.</summary>
    public double FurtherReasons { get; init; } = 0.18;

    /// <summary>How quickly a type that many use says less about each of them.</summary>
    public double Commonness { get; init; } = 1.7;

    public double Implements { get; init; } = 0.7;

    public double IsImplemented { get; init; } = 0.6;

    public double UsesIt { get; init; } = 0.3;

    public double IsUsed { get; init; } = 0.4;

    public double Registers { get; init; } = 0.45;

    public double Tests { get; init; } = 0.85;

    public double Twin { get; init; } = 0.6;

    public double NamedAlike { get; init; } = 0.5;

    /// <summary>Of members that the summary speaks of.</summary>
    public double Spoken { get; init; } = 0.1;

    /// <summary>Of what the past tells.</summary>
    public double Past { get; init; } = 0.15;

    public double PastAlike { get; init; } = 0.6;

    public double PastTogether { get; init; } = 0.3;

    /// <summary>What often changed, changes again; little, since the ticket says nothing of it.</summary>
    public double PastBusy { get; init; } = 0.02;

    /// <summary>Of the folder in which the likeliest files lie.</summary>
    public double Folder { get; init; } = 0.1;

    /// <summary>How many of the likeliest files tell the likely folders.</summary>
    public int FolderSeeds { get; init; } = 30;

    public double TestFile { get; init; } = 0.85;

    public double OtherFile { get; init; } = 0.65;

    public double Document { get; init; } = 0.4;
}
