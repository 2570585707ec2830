using Planner.Core.Artifacts.Records;
using Planner.Core.Conversation.Comments;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Review;
using Planner.Core.Review.Reports;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Reviews the plan. Where it waits for a model that reads the plan once more, it keeps no place of others that think.</summary>
internal sealed class ReviewSteps(PlanningPorts ports, RunFolder folder, RunJournal journal, Bulkhead bench)
{
    private const int NotNumberedYet = 0;

    private readonly RenderedPlans rendered = new(ports, folder);
    private readonly AuditedPlans audited = new(ports, folder, journal);

    public async Task<ReviewDigest> Review(ReviewRequest request, StepCall call) =>
        await bench.Bound<AuditedPlan, ReviewDigest>(Judge)(await audited.Of(request, call), call);

    private async Task<ReviewDigest> Judge(AuditedPlan audited, StepCall call)
    {
        await journal.Begin(call, JournalOrder.Review, "Checking the plan");
        var (plan, audit, request) = audited;
        var artifacts = await rendered.Of(call, request.Scope, request.Plan);
        var facts = RunFacts.Of(plan, request.Scope, PlanTicket.Version, "", ports.Panel.Overrides);
        var report = Reviewer.Review(plan, artifacts, new ReviewOptions
        {
            ConfidenceThreshold = request.Threshold,
            Manifest = ManifestBuilder.Build(artifacts, facts.Manifest(call, NotNumberedYet, ports.SourceDate)),
            Comment = new CommentFigures(),
            Audit = audit,
        });
        var reference = await folder.Put(call, request.Scope, report);
        await journal.Done(call, JournalOrder.Review, Said(report));
        var mendable = report.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Specialist).OfType<string>();
        return new ReviewDigest(reference, report.Verdict, report.Gates, [.. mendable.Distinct().Order(StringComparer.Ordinal)])
        {
            Audited = audit is null ? null : request.Plan,
        };
    }

    private static string Said(ReviewReport report) =>
        $"Checked: {report.Checks.Count(c => c.Status == CheckStatus.Passed)} passed, "
        + $"{report.Checks.Count(c => c.Status == CheckStatus.Failed)} failed, "
        + $"{report.Checks.Count(c => c.Status == CheckStatus.NotRun)} not run. {report.Verdict}";
}
