using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Risks;

/// <summary>What the repository's past warns of: files on which much work meets, and an earlier attempt that was taken back.</summary>
internal sealed class HistoryRisks : IRule
{
    private const int MostFiles = 3;
    private const int LongestSubject = 120;

    private static readonly RiskTemplate HotEntry = RiskTemplate.Of("hot-file", typeof(HotFacts));
    private static readonly RiskTemplate TakenBackEntry = RiskTemplate.Of("taken-back", typeof(TakenBackFacts));

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        if (Hottest(brief, draft) is { } hot)
        {
            draft.Raise(HotEntry.Key, Hot(hot, brief, draft));
        }

        foreach (var commit in TakenBack(brief.Grounding.History).Take(1))
        {
            draft.Raise(TakenBackEntry.Key, TakenBack(commit, brief, draft));
        }
    }

    /// <summary>The busiest file of code that a task of this draft changes; tests and what is generated collide without harm.</summary>
    private static HotFile? Hottest(RuleContext brief, OpinionBuilder draft)
    {
        var changed = draft.Tasks.SelectMany(t => t.Files).Where(f => f.Change == ChangeKind.Modify).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        return brief.Grounding.History.Hot
            .Where(h => changed.Contains(h.Path) && !brief.Files.IsTest(h.Path) && !h.Path.EndsWith("Snapshot.cs", StringComparison.Ordinal))
            .OrderByDescending(h => h.Changes).ThenBy(h => h.Path, StringComparer.Ordinal).FirstOrDefault();
    }

    private static Risk Hot(HotFile hot, RuleContext brief, OpinionBuilder draft)
    {
        var keeper = brief.Grounding.History.Keepers.FirstOrDefault(k => k.Path == hot.Path);
        var facts = new HotFacts(
            hot.Path, PathParts.Name(hot.Path), hot.Changes, hot.Typical, brief.Grounding.History.Until, keeper?.Name, keeper?.Changes);
        return HotEntry.Raise(
            facts, Ownership.Of(brief, draft.Specialist, [hot.Path]), draft.Tasks.Where(t => t.Files.Any(f => f.Path == hot.Path)).Select(t => t.Id));
    }

    /// <summary>Commits about the same things that do not stand, and reverts whose commit is older than what was read.</summary>
    private static IEnumerable<EarlierCommit> TakenBack(TicketHistory history) =>
        history.Earlier.Where(c => c.RevertedBy is not null || (c.IsRevert && history.Earlier.All(e => e.RevertedBy != c.Sha)));

    private static Risk TakenBack(EarlierCommit commit, RuleContext brief, OpinionBuilder draft)
    {
        var touching = draft.Tasks.Where(t => t.Files.Any(f => commit.Files.Contains(f.Path, StringComparer.Ordinal))).ToList();
        var (cause, reason) = commit.RevertedBy is { } by ? (commit.Sha, by) : (commit.TookBack ?? commit.Sha, commit.Sha);
        var facts = new TakenBackFacts(
            commit.Sha,
            commit.Date,
            Words.Short(commit.Subject, LongestSubject),
            commit.RevertedBy,
            reason,
            cause == reason ? null : cause,
            Words.List(commit.Files.Take(MostFiles).Select(f => $"`{f}`")),
            commit.Files.Count > MostFiles);
        return TakenBackEntry.Raise(
            facts, Ownership.Of(brief, draft.Specialist, commit.Files), (touching.Count > 0 ? touching : First(brief, draft)).Select(t => t.Id));
    }

    /// <summary>Where no task touches what was touched then, the first task of the panel answers the risk.</summary>
    private static IEnumerable<PlanTask> First(RuleContext brief, OpinionBuilder draft) =>
        brief.Claims.Applying[0] == draft.Specialist ? draft.Tasks.Where(t => t.Files.Count > 0).Take(1) : [];

    private sealed record HotFacts(string Path, string File, int Changes, int Typical, string Until, string? Keeper, int? KeeperChanges);

    private sealed record TakenBackFacts(
        string Commit, string Date, string Subject, string? RevertedBy, string Reason, string? Cause, string Files, bool More);
}
