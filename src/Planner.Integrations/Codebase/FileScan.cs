using Planner.Core.Grounding;
using Planner.Integrations.Codebase.Practices;
using Planner.Integrations.Codebase.Source;
using Planner.Integrations.Codebase.Sql;

namespace Planner.Integrations.Codebase;

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
