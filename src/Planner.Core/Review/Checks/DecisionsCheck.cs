using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Documents;
using Planner.Core.Artifacts.Records;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Checks;

/// <summary>Q6: each decision is a real choice, its state is whole, and both files say the same.</summary>
internal sealed class DecisionsCheck : ICheck
{
    private const string Page = "decisions.md";

    public string Id => "Q6";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<DecisionLogFile>(artifacts, DecisionLogFile.Path) is not var (file, log) || ArtifactText.Of(artifacts, Page) is not { } page)
        {
            return ArtifactText.Unreadable($"{DecisionLogFile.Path} or {Page}");
        }

        var findings = new FindingList(Id);
        foreach (var decision in log.Decisions)
        {
            Complaints(decision, log).ToList().ForEach(c => findings.Error(c.Code, file, decision.Id, c.Message, Owner(plan, decision.Id)));
        }

        Agreement(plan, file, log, page, findings);
        ChosenOptions.Absent(plan, artifacts, findings);
        ChosenOptions.Rejected(plan, artifacts, findings);
        foreach (var conflict in Contradiction.Among(plan.Decisions, plan.Grounding.Documents))
        {
            findings.Warn(
                "contradicts",
                page,
                conflict.Decision.Decision.Id,
                $"{conflict.Decision.Decision.Id} takes option {conflict.Decision.Option}; {conflict.Earlier.Name} settled the same question as option "
                    + $"{conflict.Option.Id} does.",
                Owner(plan, conflict.Decision.Decision.Id));
        }

        return findings.Result($"Decisions: {log.Decisions.Count}; {Count(log, DecisionStatus.Decided)} decided, {Count(log, DecisionStatus.Provisional)} "
            + $"provisional, {Count(log, DecisionStatus.Pending)} pending.");
    }

    private static IEnumerable<(string Code, string Message)> Complaints(DecisionEntry d, DecisionLogFile log)
    {
        if (d.Options.Count < 2)
        {
            yield return ("options", $"{d.Id} offers {d.Options.Count} options; a choice has two or more.");
        }

        foreach (var option in d.Options.Where(o => o.Pros.All(string.IsNullOrWhiteSpace) || o.Cons.All(string.IsNullOrWhiteSpace)))
        {
            yield return ("one-sided", $"Option {option.Id} of {d.Id} lacks a point for it or a point against it.");
        }

        foreach (var option in d.Options.Where(o => string.IsNullOrWhiteSpace(o.Cost)))
        {
            yield return ("cost", $"Option {option.Id} of {d.Id} does not say what it costs.");
        }

        if (d.Options.Count(o => o.Id == d.Recommendation) != 1)
        {
            yield return ("recommendation", $"{d.Id} recommends {d.Recommendation}, which is not exactly one of its options.");
        }

        if (d.Status != DecisionStatus.Pending && !d.Options.Any(o => o.Id == d.Option))
        {
            yield return ("option", $"{d.Id} was settled on {d.Option}, which is none of its options.");
        }

        if (d.Status == DecisionStatus.Provisional && (d.Deadline is null || d.Option is null || string.IsNullOrWhiteSpace(d.ReviewTrigger)))
        {
            yield return ("provisional", $"{d.Id} is provisional and lacks its deadline, its option or its review trigger.");
        }

        foreach (var before in d.DependsOn.Where(b => log.Decisions.All(o => o.Id != b)))
        {
            yield return ("missing", $"{d.Id} depends on {before}, which does not exist.");
        }
    }

    private static void Agreement(Plan plan, ArtifactText file, DecisionLogFile log, ArtifactText page, FindingList findings)
    {
        foreach (var id in log.Decisions.GroupBy(d => d.Id, StringComparer.Ordinal)
            .Where(g => g.Count() > 1 || plan.Decisions.All(d => d.Decision.Id != g.Key))
            .Select(g => g.Key))
        {
            findings.Error("id", file, id, $"{id} is not the id of one decision of the plan.");
        }

        if (log.Decisions.All(d => d.Option is null || d.Options.Any(o => o.Id == d.Option)))
        {
            PageAgreement.Judge(page, DecisionLogFile.Path, new DecisionsDocument(), PlanFromFiles.With(plan, log), findings);
        }
    }

    private static string? Owner(Plan plan, string id) => plan.Opinions.FirstOrDefault(o => o.Decisions.Any(d => d.Id == id))?.Specialist;

    private static int Count(DecisionLogFile log, DecisionStatus status) => log.Decisions.Count(d => d.Status == status);
}
