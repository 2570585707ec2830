using Planner.Codebase.CSharp;
using Planner.Codebase.Practices;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Scanning.Cache;

/// <summary>All of a scan but its document.</summary>
internal sealed record ScanBody(ProjectFact? Project, SourceFacts? Source, PracticeFacts? Practices, string? Missed)
{
    public static ScanBody Of(FileScan scan) => new(scan.Project, scan.Source, scan.Practices, scan.Missed);

    public FileScan With(DocumentFact document) => new(document) { Project = Project, Source = Source, Practices = Practices, Missed = Missed };
}
