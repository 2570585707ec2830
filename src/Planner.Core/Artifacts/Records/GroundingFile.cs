using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text;

namespace Planner.Core.Artifacts.Records;

/// <summary>The shape of <c>grounding.json</c>.</summary>
public sealed record GroundingFile(
    string? Commit,
    IReadOnlyList<RankedFile> Files,
    IReadOnlyList<NewFile> NewFiles,
    IReadOnlyList<string> Tables,
    IReadOnlyList<string> Endpoints,
    IReadOnlyList<string> Tests,
    IReadOnlyList<CandidateFile> Candidates,
    TicketHistory History,
    TicketDocuments Documents,
    IReadOnlyList<string> Limitations)
{
    /// <summary>Its path.</summary>
    public const string Path = "grounding.json";

    private const int MostFiles = 100;

    /// <summary>What the plan rests on.</summary>
    public static GroundingFile Of(Plan plan) => new(
        plan.Grounding.Commit,
        [.. plan.Grounding.Files.Take(MostFiles)],
        NewFilesOf(plan),
        [.. plan.Grounding.Tables.Select(t => t.FullName)],
        [.. plan.Grounding.Endpoints.Select(e => $"{e.Method} {e.Route}").Distinct(StringComparer.Ordinal)],
        [.. plan.Grounding.Tests.Select(t => t.File).Distinct(StringComparer.Ordinal)],
        plan.Grounding.Candidates,
        plan.Grounding.History,
        plan.Grounding.Documents,
        plan.Limitations);

    private static List<NewFile> NewFilesOf(Plan plan) =>
        [.. plan.Tasks
            .SelectMany(t => t.Files.Where(f => f.Change == ChangeKind.Add).Select(f => new NewFile(f.Path, $"{t.Id}: {t.Title}")))
            .DistinctBy(f => f.Path)];
}

/// <summary>A file that the plan adds.</summary>
public sealed record NewFile(string Path, string Why);

/// <summary>Renders <c>grounding.json</c>.</summary>
internal sealed class GroundingRecord : IArtifactRenderer
{
    public string Path => GroundingFile.Path;

    public string? NotApplicable(Plan plan) => null;

    public string Render(Plan plan) => PlanJson.Artifact(GroundingFile.Of(plan));
}
