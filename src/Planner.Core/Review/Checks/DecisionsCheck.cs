using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Documents;
using Planner.Core.Artifacts.Records;
using Planner.Core.Decisions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Q6: each decision is a real choice, its state is whole, and both files say the same.</summary>
internal sealed class DecisionsCheck : ICheck
{
    private const string Page = "decisions.md";
    private const int ShortestKeyword = 4;

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

        Agreement(page, log, findings);
        Rejected(plan, artifacts, findings);
        foreach (var conflict in Contradiction.Among(plan.Decisions, plan.Grounding.Documents))
        {
            findings.Warn("contradicts", page, conflict.Decision.Decision.Id, $"{conflict.Decision.Decision.Id} takes option {conflict.Decision.Option}; {conflict.Earlier.Name} settled the same question as option {conflict.Option.Id} does.", Owner(plan, conflict.Decision.Decision.Id));
        }

        return findings.Result($"Decisions: {log.Decisions.Count}; {Count(log, DecisionStatus.Decided)} decided, {Count(log, DecisionStatus.Provisional)} provisional, {Count(log, DecisionStatus.Pending)} pending.");
    }

    private static IEnumerable<(string Code, string Message)> Complaints(DecisionEntry d, DecisionLogFile log)
    {
        if (d.Options.Count < 2)
        {
            yield return ("options", $"{d.Id} offers {d.Options.Count} options; a choice has two or more.");
        }

        foreach (var option in d.Options.Where(o => o.Pros.Count == 0 || o.Cons.Count == 0 || o.Cost.Length == 0))
        {
            yield return ("one-sided", $"Option {option.Id} of {d.Id} lacks a point for it, a point against it, or its cost.");
        }

        if (d.Options.Count(o => o.Id == d.Recommendation) != 1)
        {
            yield return ("recommendation", $"{d.Id} recommends {d.Recommendation}, which is not exactly one of its options.");
        }

        if (d.Status != DecisionStatus.Pending && !d.Options.Any(o => o.Id == d.Option))
        {
            yield return ("option", $"{d.Id} was settled on {d.Option}, which is none of its options.");
        }

        if (d.Status == DecisionStatus.Provisional && (d.Deadline is null || d.Option is null || d.ReviewTrigger.Length == 0))
        {
            yield return ("provisional", $"{d.Id} is provisional and lacks its deadline, its option or its review trigger.");
        }

        foreach (var before in d.DependsOn.Where(b => log.Decisions.All(o => o.Id != b)))
        {
            yield return ("missing", $"{d.Id} depends on {before}, which does not exist.");
        }
    }

    private static void Agreement(ArtifactText page, DecisionLogFile log, FindingList findings)
    {
        var rows = MarkdownTable.Read(page.Text, "Decision").Select(r => string.Join('|', r.Cells.Values).Replace(ProvisionalMarks.Mark, "", StringComparison.Ordinal)).ToList();
        foreach (var decision in log.Decisions.Where(d => !rows.Contains(Row(d), StringComparer.Ordinal)))
        {
            findings.Error("differs", page, decision.Id, $"{decision.Id} is not the same in {Page} and {DecisionLogFile.Path}.");
        }

        if (rows.Count != log.Decisions.Count)
        {
            findings.Error("differs", page, "", $"{Page} lists {rows.Count} decisions, {DecisionLogFile.Path} {log.Decisions.Count}.");
        }
    }

    private static string Row(DecisionEntry d) => string.Join(
        '|', d.Id, Shown(d.Title), Shown(d.Category), StatusWords.Of(d.Status), d.Status == DecisionStatus.Pending ? "open" : Shown(d.Option!));

    private static string Shown(string text) => MarkdownTable.Plain(Md.Of($"{text}").Value).Replace(ProvisionalMarks.Mark, "", StringComparison.Ordinal);

    /// <summary>Words of an option that was not taken, in the title of a task that is due anyway.</summary>
    private static void Rejected(Plan plan, ArtifactSet artifacts, FindingList findings)
    {
        var tasks = ArtifactText.Of(artifacts, TasksFile.Path) ?? new(TasksFile.Path, "");
        foreach (var settled in plan.Decisions.Where(d => d.Status != DecisionStatus.Pending))
        {
            var words = settled.Decision.Options.Where(o => o.Id != settled.Option).SelectMany(o => o.Keywords)
                .Except(settled.Decision.Options.Where(o => o.Id == settled.Option).SelectMany(o => o.Keywords), StringComparer.OrdinalIgnoreCase)
                .Where(w => w.Length >= ShortestKeyword).ToList();
            foreach (var task in plan.Tasks.Where(t => t.Area != WorkDraft.OwnArea && words.Exists(w => t.Title.Contains(w, StringComparison.OrdinalIgnoreCase))))
            {
                findings.Warn("rejected", tasks, task.Id, $"{task.Id} speaks of an option of {settled.Decision.Id} that was not taken.", task.Area);
            }
        }
    }

    private static string? Owner(Plan plan, string id) => plan.Opinions.FirstOrDefault(o => o.Decisions.Any(d => d.Id == id))?.Specialist;

    private static int Count(DecisionLogFile log, DecisionStatus status) => log.Decisions.Count(d => d.Status == status);
}
