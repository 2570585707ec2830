using Planner.Codebase.CSharp;
using Planner.Codebase.Practices;
using Planner.Codebase.Sql;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Scanning;

/// <summary>What one file says.</summary>
internal sealed record FileScan(DocumentFact Document)
{
    public ProjectFact? Project { get; init; }

    public SourceFacts? Source { get; init; }

    public SqlScript? Sql { get; init; }

    public PracticeFacts? Practices { get; init; }

    /// <summary>What of the file could not be read, as <see cref="Limitations"/> says it; null where all could.</summary>
    public string? Missed { get; init; }
}
