using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reading;

/// <summary>Whether the plan builds what was chosen and nothing that was turned down.</summary>
internal static class ChosenOptions
{
    private const int ShortestKeyword = 4;
    private const string Master = "implementation.md";

    private static readonly string[] OfDecisions = ["decisions.md", DecisionLogFile.Path];

    /// <summary>Things that a chosen option declares to change, and of which only the pages of decisions speak.</summary>
    public static void Absent(Plan plan, ArtifactSet artifacts, FindingList findings)
    {
        var log = ArtifactText.Of(artifacts, DecisionLogFile.Path) ?? new(DecisionLogFile.Path, "");
        var others = artifacts.Files.Where(f => !OfDecisions.Contains(f.Path, StringComparer.Ordinal)).Select(f => f.Text).ToList();
        foreach (var (settled, impact) in Settled(plan).SelectMany(d => d.Chosen.Impacts.Select(i => (d, i))).Where(p => !others.Exists(t => Speaks(t, p.i))))
        {
            findings.Error(
                "impact",
                log,
                settled.Decision.Id,
                $"Option {settled.Option} of {settled.Decision.Id} changes {impact}, and no file but those of the decisions speaks of it.",
                Toucher(settled));
        }
    }

    /// <summary>Tasks that are due and summaries that speak of an option that was not taken. What a criterion itself says is no choice.</summary>
    public static void Rejected(Plan plan, ArtifactSet artifacts, FindingList findings)
    {
        var tasks = ArtifactText.Of(artifacts, TasksFile.Path) ?? new(TasksFile.Path, "");
        foreach (var settled in Settled(plan))
        {
            var taken = Keywords(settled, taken: true).ToList();
            var words = Keywords(settled, taken: false).Except(taken, StringComparer.OrdinalIgnoreCase)
                .Where(w => w.Length >= ShortestKeyword && !plan.Criteria.Items.Any(c => Speaks(c.Text, w))).ToList();
            foreach (var task in plan.Tasks.Where(t => !t.Contingent && t.Area != WorkDraft.OwnArea && words.Exists(w => Speaks(t.Title, w))))
            {
                findings.Error("rejected", tasks, task.Id, $"{task.Id} builds an option of {settled.Decision.Id} that was not taken.", task.Area);
            }

            Approaches(plan, artifacts, settled, words, taken, findings);
        }
    }

    /// <summary>A sentence that names the option that was taken, too, may well say what is not done.</summary>
    private static void Approaches(Plan plan, ArtifactSet artifacts, SettledDecision settled, List<string> words, List<string> taken, FindingList findings)
    {
        var page = ArtifactText.Of(artifacts, Master) ?? new(Master, "");
        foreach (var opinion in plan.Opinions.Where(o => o.Applies
            && o.Summary.Split(". ").Any(s => words.Exists(w => Speaks(s, w)) && !taken.Exists(w => Speaks(s, w)))))
        {
            var line = 1 + Array.FindIndex(page.Text.Split('\n'), l => l.Contains($"**{opinion.Specialist}**", StringComparison.Ordinal));
            findings.Error(
                "rejected",
                page,
                line,
                settled.Decision.Id,
                $"The summary of {opinion.Specialist} follows an option of {settled.Decision.Id} that was not taken.",
                opinion.Specialist);
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
