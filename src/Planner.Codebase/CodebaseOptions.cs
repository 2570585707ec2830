namespace Planner.Codebase;

/// <summary>Bounds of reading a code base.</summary>
public sealed record CodebaseOptions
{
    /// <summary>Folders that are never grounding, absolute; the planner's own output is one.</summary>
    public IReadOnlyList<string> ExcludedFolders { get; init; } = [];

    /// <summary>Larger files are known by path only. Bytes; 1 to 64 MiB; default 1 MiB.</summary>
    public long LargestFile { get; init; } = 1024 * 1024;

    /// <summary>Files beyond this count are left out, last in ordinal order. 1 to 1,000,000; default 100,000.</summary>
    public int MostFiles { get; init; } = 100_000;

    /// <summary>Distinct words kept of one file. 100 to 100,000; default 1,500.</summary>
    public int MostTerms { get; init; } = 1_500;

    /// <summary>A folder of one's own in which what files said is kept for the next reading; null: nothing is kept.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Files read at the same time. Default: one per core.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;
}
