using Planner.Core.Artifacts.Markdown;
using Planner.Core.Artifacts.Records;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Changes;

/// <summary>What a version changes against the one before it.</summary>
internal static class ChangesDocument
{
    public const string Path = "changes.md";

    public static string Render(string ticket, PlanRecords before, PlanRecords after)
    {
        var changes = new PlanChanges(before, after);
        var page = new MarkdownPage()
            .Heading(1, $"Changes: {ticket}, version {after.Version} against version {before.Version}")
            .Table(["Measure", $"Version {before.Version}", $"Version {after.Version}"], Measures(before, after));
        var length = page.ToString().Length;
        ChangesSections.Write(page, changes);
        if (page.ToString().Length == length)
        {
            page.Say($"Criteria, decisions, tasks, tests, risks, questions, confidence and files are those of version {before.Version}.");
        }

        return page.ToString();
    }

    private static IEnumerable<Md[]> Measures(PlanRecords before, PlanRecords after)
    {
        yield return [Md.Of($"Code at commit"), Commit(before), Commit(after)];
        yield return [Md.Of($"Acceptance criteria"), Criteria(before), Criteria(after)];
        yield return [Md.Of($"Tasks due"), Md.Of($"{Due(before).Count}"), Md.Of($"{Due(after).Count}")];
        yield return [Md.Of($"Likely hours"), Md.Of($"{Due(before).Sum(t => t.EffortHours.Likely)}"), Md.Of($"{Due(after).Sum(t => t.EffortHours.Likely)}")];
        yield return [Md.Of($"Risks"), Md.Of($"{before.Risks.Risks.Count}"), Md.Of($"{after.Risks.Risks.Count}")];
        yield return [Md.Of($"Questions open"), Open(before), Open(after)];
        yield return [Md.Of($"Overall confidence"), Md.Of($"{before.Confidence.Overall}"), Md.Of($"{after.Confidence.Overall}")];
    }

    private static Md Commit(PlanRecords records) => records.Grounding.Commit is { } commit ? Md.Code(commit) : Md.Of($"none");

    private static Md Criteria(PlanRecords records) => records.Tasks.Criteria.Count > 0 ? Md.Of($"{records.Tasks.Criteria.Count}") : Md.Of($"not kept");

    private static List<TaskEntry> Due(PlanRecords records) => [.. records.Tasks.Tasks.Where(t => !t.Contingent)];

    private static Md Open(PlanRecords records) => Md.Of($"{records.Questions.Questions.Count(q => q.Answer is null)}");
}
