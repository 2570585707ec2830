namespace Planner.Core.Grounding.Candidates;

/// <summary>One way to find files that a change for a ticket may touch. Found by this contract; it has a constructor without parameters.</summary>
internal interface ICandidateSource
{
    /// <summary>How many of the others its order counts for.</summary>
    double Weight => 1;

    /// <summary>Files with the reason, the likeliest first, each once. The same search gives the same files.</summary>
    IEnumerable<CandidateLead> Find(CandidateSearch search);
}

/// <summary>A file and, in a few words, why it may change; null where there is nothing to say but its place.</summary>
internal readonly record struct CandidateLead(string Path, string? Why);
