using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Decisions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Whether the plan builds what was chosen and nothing that was turned down.</summary>
internal static class ChosenOptions
{
    private const int ShortestKeyword = 4;

    private static readonly string[] OfDecisions = ["decisions.md", DecisionLogFile.Path];

    /// <summary>Things that a chosen option declares to change, and of which only the pages of decisions speak.</summary>
    public static void Absent(Plan plan, ArtifactSet artifacts, FindingList findings)
    {
        var log = ArtifactText.Of(artifacts, DecisionLogFile.Path) ?? new(DecisionLogFile.Path, "");
        var others = artifacts.Files.Where(f => !OfDecisions.Contains(f.Path, StringComparer.Ordinal)).Select(f => f.Text).ToList();
        foreach (var (settled, impact) in Settled(plan).SelectMany(d => d.Chosen.Impacts.Select(i => (d, i))).Where(p => !others.Exists(t => Speaks(t, p.i))))
        {
            findings.Error("impact", log, settled.Decision.Id, $"Option {settled.Option} of {settled.Decision.Id} changes {impact}, and no file but those of the decisions speaks of it.", Toucher(settled));
        }
    }

    /// <summary>Tasks that are due and whose title speaks of an option that was not taken. What a criterion itself says is no choice.</summary>
    public static void Rejected(Plan plan, ArtifactSet artifacts, FindingList findings)
    {
        var tasks = ArtifactText.Of(artifacts, TasksFile.Path) ?? new(TasksFile.Path, "");
        foreach (var settled in Settled(plan))
        {
            var words = Keywords(settled, taken: false).Except(Keywords(settled, taken: true), StringComparer.OrdinalIgnoreCase)
                .Where(w => w.Length >= ShortestKeyword && !plan.Criteria.Items.Any(c => Speaks(c.Text, w))).ToList();
            foreach (var task in plan.Tasks.Where(t => !t.Contingent && t.Area != WorkDraft.OwnArea && words.Exists(w => Speaks(t.Title, w))))
            {
                findings.Error("rejected", tasks, task.Id, $"{task.Id} builds an option of {settled.Decision.Id} that was not taken.", task.Area);
            }
        }
    }

    private static IEnumerable<SettledDecision> Settled(Plan plan) =>
        plan.Decisions.Where(d => d.Status != DecisionStatus.Pending && d.Decision.Options.Any(o => o.Id == d.Option));

    private static IEnumerable<string> Keywords(SettledDecision settled, bool taken) =>
        settled.Decision.Options.Where(o => (o.Id == settled.Option) == taken).SelectMany(o => o.Keywords);

    private static string? Toucher(SettledDecision settled) => settled.Decision.Touches is [var first, ..] ? first : null;

    private static bool Speaks(string text, string words) =>
        Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(words)}(?!\w)", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));
}
