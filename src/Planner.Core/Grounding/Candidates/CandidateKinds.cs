using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Ranking;

namespace Planner.Core.Grounding.Candidates;

/// <summary>Whether a file can be a candidate, and among which.</summary>
internal enum CandidateKind
{
    /// <summary>No file of today, or one that people do not change by hand: made by tools, test data, documents, not readable as text.</summary>
    None,

    /// <summary>Code and scripts that run in production.</summary>
    Production,

    /// <summary>Tests, settings, projects, pipelines.</summary>
    Other,
}

/// <summary>Tells the kind of a file.</summary>
internal static class CandidateKinds
{
    public static CandidateKind Of(DocumentFact document) => FileKind.Of(document.Path) switch
    {
        CodeKind.Production or CodeKind.WayBack => CandidateKind.Production,
        CodeKind.Test => CandidateKind.Other,
        CodeKind.Other when document.Terms.Count > 0 => CandidateKind.Other,
        _ => CandidateKind.None,
    };
}
