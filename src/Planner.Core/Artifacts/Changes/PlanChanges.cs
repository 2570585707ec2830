using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;

namespace Planner.Core.Artifacts.Changes;

/// <summary>What differs between two versions of a ticket's plan. Pure: the same records give the same changes.</summary>
internal sealed class PlanChanges
{
    public PlanChanges(PlanRecords before, PlanRecords after)
    {
        (Before, After) = (before, after);
        Criteria = Matching<CriterionEntry>.Of(before.Tasks.Criteria, after.Tasks.Criteria, c => c.Text, Any);
        Decisions = Matching<DecisionEntry>.Keyed(
            before.Decisions.Decisions, after.Decisions.Decisions, d => d.Key, d => d.Title, (b, a) => b.Category == a.Category);
        Tasks = Matching<TaskEntry>.Of(before.Tasks.Tasks, after.Tasks.Tasks, t => t.Title, (b, a) => b.Area == a.Area && b.Contingent == a.Contingent);
        Risks = Matching<Risk>.Of(before.Risks.Risks, after.Risks.Risks, r => r.Title, Any);
        Questions = Matching<QuestionEntry>.Keyed(before.Questions.Questions, after.Questions.Questions, q => q.Key, q => q.Text, Any);
        Tests = Matching<TestEntry>.Of(before.Tasks.Tests, after.Tasks.Tests, t => t.Title, (b, a) => b.Kind == a.Kind);
        Changed = [.. Tasks.Pairs.Select(p => (p.Before, p.After, What: TaskDifferences.Of(p.Before, p.After, this))).Where(c => c.What.Count > 0)];
    }

    public PlanRecords Before { get; }

    public PlanRecords After { get; }

    /// <summary>Empty on both sides where the version before kept no criteria.</summary>
    public Matching<CriterionEntry> Criteria { get; }

    public Matching<DecisionEntry> Decisions { get; }

    public Matching<TaskEntry> Tasks { get; }

    public Matching<Risk> Risks { get; }

    public Matching<QuestionEntry> Questions { get; }

    public Matching<TestEntry> Tests { get; }

    /// <summary>Tasks that are in both versions and differ, with what differs.</summary>
    public IReadOnlyList<(TaskEntry Before, TaskEntry After, IReadOnlyList<string> What)> Changed { get; }

    /// <summary>Criteria that say something else now.</summary>
    public IEnumerable<(CriterionEntry Before, CriterionEntry After)> Reworded => Criteria.Pairs.Where(p => p.Before.Text != p.After.Text);

    /// <summary>Decisions that stand otherwise now, or with another option.</summary>
    public IEnumerable<(DecisionEntry Before, DecisionEntry After)> Moved =>
        Decisions.Pairs.Where(p => p.Before.Status != p.After.Status
            || Way(p.Before, p.Before.Option) != Way(p.After, p.After.Option)
            || Way(p.Before, p.Before.Recommendation) != Way(p.After, p.After.Recommendation));

    /// <summary>Risks that were rated otherwise.</summary>
    public IEnumerable<(Risk Before, Risk After)> Rated =>
        Risks.Pairs.Where(p => p.Before.Probability != p.After.Probability || p.Before.Impact != p.After.Impact);

    /// <summary>Questions that were answered since.</summary>
    public IEnumerable<QuestionEntry> Answered => Questions.Pairs.Where(p => p.Before.Answer is null && p.After.Answer is not null).Select(p => p.After);

    /// <summary>Questions that are asked in other words.</summary>
    public IEnumerable<(QuestionEntry Before, QuestionEntry After)> Asked => Questions.Pairs.Where(p => p.Before.Text != p.After.Text);

    /// <summary>Tests that show something else.</summary>
    public IEnumerable<(TestEntry Before, TestEntry After)> Shown => Tests.Pairs.Where(p => p.Before.Title != p.After.Title || p.Before.File != p.After.File);

    /// <summary>Specialists by name with their confidence before and now; null where one did not sit in the panel or had nothing to do.</summary>
    public IEnumerable<(string Specialist, int? Before, int? After)> Confidence =>
        Before.Confidence.Specialists.Keys.Union(After.Confidence.Specialists.Keys, StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(s => (s, Score(Before.Confidence, s), Score(After.Confidence, s)))
        .Where(c => c.Item2 != c.Item3);

    /// <summary>Files that tasks change in one version only.</summary>
    public (IReadOnlyList<string> Added, IReadOnlyList<string> Removed) Files
    {
        get
        {
            var (before, after) = (Paths(Before), Paths(After));
            return ([.. after.Except(before, StringComparer.Ordinal)], [.. before.Except(after, StringComparer.Ordinal)]);
        }
    }

    /// <summary>The id that a task of the version before has now, or null where it is gone.</summary>
    public string? Now(string task) => Tasks.Pairs.Where(p => p.Before.Id == task).Select(p => p.After.Id).FirstOrDefault();

    /// <summary>The id that a criterion or decision of the version before has now; other ids stay.</summary>
    public string NowServed(string id) =>
        Criteria.Pairs.Where(p => p.Before.Id == id).Select(p => p.After.Id)
            .Concat(Decisions.Pairs.Where(p => p.Before.Id == id).Select(p => p.After.Id))
            .Concat(Risks.Pairs.Where(p => p.Before.Id == id).Select(p => p.After.Id))
            .FirstOrDefault(id);

    /// <summary>The option's key, since letters may move; its letter where it has none.</summary>
    private static string? Way(DecisionEntry decision, string? option) => decision.Options.FirstOrDefault(o => o.Id == option)?.Key ?? option;

    private static bool Any<T>(T before, T after) => true;

    private static int? Score(ConfidenceFile file, string specialist) =>
        file.Specialists.TryGetValue(specialist, out var entry) && entry.Applies ? entry.Confidence : null;

    private static List<string> Paths(PlanRecords records) =>
        [.. records.Tasks.Tasks.Where(t => !t.Contingent)
            .SelectMany(t => t.Files)
            .Select(f => f.Path)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
}
