using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Checks;

/// <summary>Q13: a pipeline says how it is loaded twice, in order, backfilled, reconciled, scheduled and replayed.</summary>
internal sealed class PipelinesCheck : ICheck
{
    private const string Page = "ETL_CHANGES.md";

    public string Id => "Q13";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        var findings = new FindingList(Id);
        var page = ArtifactText.Of(artifacts, Page) ?? new(Page, "");
        var pipelines = plan.Opinions.Where(o => o.Applies)
            .SelectMany(o => (o.Design<PipelineDesign>()?.Pipelines ?? []).Select(p => (o.Specialist, Pipeline: p))).ToList();
        foreach (var (specialist, pipeline) in pipelines)
        {
            foreach (var (aspect, _) in Aspects(pipeline).Where(a => string.IsNullOrWhiteSpace(a.Value)))
            {
                findings.Error("silent", page, pipeline.Job, $"{pipeline.Job} does not say its {aspect}.", specialist);
            }
        }

        return pipelines.Count == 0
            ? findings.Result("No pipeline changes.")
            : findings.Partial($"Pipelines looked at: {pipelines.Count}. Their reconciliation queries were not parsed: no SQL grammar is at hand.");
    }

    private static IEnumerable<(string Aspect, string Value)> Aspects(PipelineChange p) =>
    [
        ("source", string.Concat(p.Sources)), ("target", string.Concat(p.Targets)), ("idempotency", p.Idempotency), ("ordering", p.Ordering),
        ("backfill", p.Backfill), ("reconciliation", p.Reconciliation), ("schedule", p.Schedule), ("failure behaviour", p.Failure),
    ];
}
