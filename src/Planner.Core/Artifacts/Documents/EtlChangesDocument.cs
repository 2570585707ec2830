using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What the ETL specialist designs.</summary>
internal sealed class EtlChangesDocument : IArtifactRenderer
{
    private const SpecialistRole Role = SpecialistRole.Pipelines;

    public string Path => "ETL_CHANGES.md";

    public string? NotApplicable(Plan plan) => RightSize.NothingFrom(plan, Role, o => o.Design<PipelineDesign>() is { Pipelines.Count: > 0 });

    public string Render(Plan plan)
    {
        var opinion = SpecialistPage.Of(plan, Role);
        var pipelines = opinion.Design<PipelineDesign>()!.Pipelines;
        var page = SpecialistPage.Start(plan, "ETL changes", opinion)
            .Heading(2, $"Data flow")
            .Code("mermaid", Flow(pipelines));
        foreach (var pipeline in pipelines)
        {
            Pipeline(page, pipeline);
        }

        return page.End(plan, opinion).ToString();
    }

    private static string Flow(IReadOnlyList<PipelineChange> pipelines)
    {
        var lines = pipelines.SelectMany(p => p.Sources.Select(s => $"  {Table(s)} --> {Job(p)}").Concat(p.Targets.Select(t => $"  {Job(p)} --> {Table(t)}")));
        return string.Join('\n', lines.Distinct(StringComparer.Ordinal).Prepend("flowchart LR"));
    }

    private static string Table(string name) => $"t_{Mermaid.Name(name)}[({Mermaid.Label(name)})]";

    private static string Job(PipelineChange pipeline) => $"j_{Mermaid.Name(pipeline.Job)}[{Mermaid.Label(pipeline.Job)}]";

    private static void Pipeline(MarkdownPage page, PipelineChange p) => page
        .Heading(2, $"{Md.Code(p.Job)} ({StatusWords.Of(p.Change)})")
        .Table(["Aspect", "Design"],
        [
            Row("File", Md.Code(p.File)),
            Row("Reads", Md.Codes(p.Sources)),
            Row("Writes", Md.Codes(p.Targets)),
            Row("A second load", Md.Of($"{p.Idempotency}")),
            Row("Order", Md.Of($"{p.Ordering}")),
            Row("Backfill", Md.Of($"{p.Backfill}")),
            Row("Schedule", Md.Of($"{p.Schedule}")),
            Row("Failure and replay", Md.Of($"{p.Failure}")),
        ])
        .Table(
            ["From", "To", "Rule", "Example"],
            p.Transformations.Select(t => new[] { Md.Code(t.From), Md.Code(t.To), Md.Of($"{t.Rule}"), Md.Of($"{t.Example}") }))
        .Say($"Validation checkpoint, source against target:")
        .Code("sql", p.Reconciliation);

    private static Md[] Row(string aspect, Md design) => [Md.Of($"{aspect}"), design];
}
