using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Risks;

/// <summary>What the repository's past warns of: files on which much work meets, and an earlier attempt that was taken back.</summary>
internal sealed class HistoryRisks : IRule
{
    private const int MostFiles = 3;

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        if (Hottest(brief, draft) is { } hot)
        {
            draft.Raise("hot-file", Hot(hot, brief, draft));
        }

        foreach (var commit in TakenBack(brief.Grounding.History).Take(1))
        {
            draft.Raise("taken-back", TakenBack(commit, brief, draft));
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
        return new Risk
        {
            Id = "hot-file",
            Title = $"Others change `{hot.Path}` at the same time: {hot.Changes} commits in the year to {brief.Grounding.History.Until}, where half of the files that changed had {hot.Typical} or fewer.",
            Probability = Level.Medium,
            Impact = Level.Low,
            Owner = Ownership.Of(brief, draft.Specialist, [hot.Path]),
            Mitigation = $"The change of this file is merged within a day of its begin, on its own{(keeper is null ? "" : $", and read by {keeper.Name}, who made {keeper.Changes} of these commits")}.",
            Tasks = [.. draft.Tasks.Where(t => t.Files.Any(f => f.Path == hot.Path)).Select(t => t.Id)],
            Contingency = "Put the change on top of the newest state by hand and run the tests of the task again.",
            Detection = $"A merge conflict in `{Files.Name(hot.Path)}`, or a branch of the task that is older than two days.",
        };
    }

    /// <summary>Commits about the same things that do not stand, and reverts whose commit is older than what was read.</summary>
    private static IEnumerable<EarlierCommit> TakenBack(TicketHistory history) =>
        history.Earlier.Where(c => c.RevertedBy is not null || (c.IsRevert && history.Earlier.All(e => e.RevertedBy != c.Sha)));

    private static Risk TakenBack(EarlierCommit commit, RuleContext brief, OpinionBuilder draft)
    {
        var touching = draft.Tasks.Where(t => t.Files.Any(f => commit.Files.Contains(f.Path, StringComparer.Ordinal))).ToList();
        var (cause, reason) = commit.RevertedBy is { } by ? (commit.Sha, by) : (commit.TookBack ?? commit.Sha, commit.Sha);
        return new Risk
        {
            Id = "taken-back",
            Title = commit.RevertedBy is null
                ? $"An earlier attempt at the same was taken back by `{commit.Sha}` ({commit.Date}, \"{Words.Short(commit.Subject, 120)}\"), and this one meets the same fate."
                : $"An earlier attempt at the same, `{commit.Sha}` ({commit.Date}, \"{Words.Short(commit.Subject, 120)}\"), was taken back by `{commit.RevertedBy}`, and this one meets the same fate.",
            Probability = Level.Medium,
            Impact = Level.Medium,
            Owner = Ownership.Of(brief, draft.Specialist, commit.Files),
            Mitigation = $"Before the work begins somebody reads why `{reason}` was needed (`git show {reason}`, its pull request{(cause == reason ? "" : $", and what `{cause}` changed")}); what broke then becomes a test of the task. It changed {Words.List(commit.Files.Take(MostFiles).Select(f => $"`{f}`"))}{(commit.Files.Count > MostFiles ? " and more" : "")}.",
            Tasks = [.. (touching.Count > 0 ? touching : First(brief, draft)).Select(t => t.Id)],
            Contingency = "Take the commits of the task back, as was done then.",
            Detection = $"What `{reason}` mended shows again.",
        };
    }

    /// <summary>Where no task touches what was touched then, the first task of the panel answers the risk.</summary>
    private static IEnumerable<PlanTask> First(RuleContext brief, OpinionBuilder draft) =>
        brief.Claims.Applying[0] == draft.Specialist ? draft.Tasks.Where(t => t.Files.Count > 0).Take(1) : [];
}
