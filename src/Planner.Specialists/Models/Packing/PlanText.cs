using System.Text;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Specialists.Models.Packing;

/// <summary>A plan, for a model to read: everything that people would carry out, by the plan's ids, without what code adds for people.</summary>
internal static class PlanText
{
    private const int MostUnnamed = 25;
    private const int LongestDetail = 4_000;
    private const int LongestLine = 1_200;

    public static string Of(Plan plan)
    {
        var text = new StringBuilder("# The plan\n");
        Section(text, "What each specialist says", plan.Opinions.Select(Said));
        Section(text, "Tasks, in the order of their waves", plan.Tasks.OrderBy(t => t.Wave).ThenBy(t => t.Id, StringComparer.Ordinal).SelectMany(Work));
        Section(text, "Tests", plan.Tests.Select(Test));
        Section(text, "Decisions", plan.Decisions.Select(Decided));
        Section(text, "Risks", plan.Risks.Select(r => $"{r.Id}: {r.Title} ({r.Probability}, {r.Impact}) Mitigation: {r.Mitigation} {Ids("by", r.Tasks)}"));
        Section(text, "Questions", plan.Questions.Select(Asked));
        foreach (var (title, lines) in DesignText.Of(plan.Opinions))
        {
            Section(text, title, lines);
        }

        Section(text, "How to go back", plan.Rollback);
        Section(text, "What the plan could not take into account", plan.Limitations);
        Section(text, "Files among the likeliest that no task names", Unnamed(plan));
        return text.ToString();
    }

    private static string Said(Opinion opinion) => opinion.Applies
        ? $"{opinion.Specialist}, confidence {opinion.Confidence} of 10: {opinion.Summary} Why so sure: {opinion.Rationale} Evidence: "
            + $"{string.Join(", ", opinion.Evidence)}. {string.Join(" ", opinion.Gaps.Select(g => $"Not known of {g.Subject}: {g.Text}"))}"
        : $"{opinion.Specialist}: {opinion.Rationale}";

    private static IEnumerable<string> Work(PlanTask task)
    {
        var mark = task.Contingent ? ", only if a provisional decision is changed" : "";
        var story = task.Story is { } key ? $", story {key}" : "";
        var links = $"{Ids("for", task.Satisfies)} {Ids("after", task.DependsOn)}";
        yield return $"{task.Id}, wave {task.Wave}, {task.Area}, {task.Size}{story}{mark}: {task.Title} {links}";
        (string Title, IEnumerable<string> Items)[] lists =
        [
            ("files", task.Files.Select(f => $"{f.Change.ToString().ToLowerInvariant()} {f.Path}")), ("likely also", task.LikelyAlso ?? []),
            ("tables", task.Tables), ("endpoints", task.Endpoints), ("needs", task.Needs.Select(n => n.ToString())),
        ];
        foreach (var (title, items) in lists.Where(l => l.Items.Any()))
        {
            yield return $"  {title}: {string.Join(", ", items)}";
        }

        foreach (var line in Cut(task.Detail, LongestDetail).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return $"  {line}";
        }
    }

    private static string Test(PlanTest test) =>
        $"{test.Id} ({test.Kind}) of {test.Task}: {test.Title} {Ids("for", test.Covers)} in {test.File ?? "no file"}"
        + $"{(test.Endpoint is { } endpoint ? $", calls {endpoint}" : "")}";

    private static string Decided(SettledDecision settled) =>
        $"{settled.Decision.Id} ({settled.Status}): {settled.Decision.Title} {string.Join(" ", settled.Decision.Options.Select(o => $"{o.Id}: {o.Title}."))} "
        + $"{(settled.Status == DecisionStatus.Pending ? "Nobody decided." : $"Taken: {settled.Option}. {settled.Rationale}")}";

    private static string Asked(Question question) =>
        $"{question.Id}{(question.Blocking ? ", blocking" : "")}: {question.Text} "
        + (question.Answer is { } answer ? $"Answer: {answer}" : $"For now: {question.Assumption}");

    /// <summary>A program can tell these; whether one must change is the model's to say.</summary>
    private static IEnumerable<string> Unnamed(Plan plan)
    {
        var named = plan.Tasks.SelectMany(t => t.Files.Select(f => f.Path).Concat(t.LikelyAlso ?? [])).ToHashSet(StringComparer.Ordinal);
        return plan.Grounding.Files.Where(f => !named.Contains(f.Path)).Take(MostUnnamed).Select(f => $"{f.Path} — {f.Why}");
    }

    private static string Ids(string word, IReadOnlyList<string> ids) => ids.Count == 0 ? "" : $"{word} {string.Join(", ", ids)}";

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most] + "\n(cut)";

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.Select(l => Fence.Line(Cut(l, LongestLine)).TrimEnd()).ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append("\n## ").Append(title).Append("\n<<<\n").AppendJoin('\n', all).Append("\n>>>\n");
    }
}
