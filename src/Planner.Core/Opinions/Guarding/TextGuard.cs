namespace Planner.Core.Opinions.Guarding;

/// <summary>Bounds of an opinion: what is longer is cut, what is more is left out, and a task, test, risk or question without words is none.</summary>
internal sealed class TextGuard : IGuardRule
{
    /// <summary>Longest line, in characters.</summary>
    public const int Line = 1_000;

    /// <summary>Longest paragraph, in characters.</summary>
    public const int Paragraph = 8_000;

    private const int MostTasks = 400;
    private const int MostTests = 1_000;
    private const int MostRisks = 200;
    private const int MostDecisions = 100;
    private const int MostQuestions = 200;

    public Opinion Apply(Opinion opinion, GuardFindings sieve) => opinion with
    {
        Rationale = Cut(opinion.Rationale, Paragraph, "", sieve),
        Summary = Cut(opinion.Summary, Paragraph, "", sieve),
        Tasks = [.. Said(First(opinion.Tasks, MostTasks, "tasks", sieve), t => t.Id, t => t.Title, sieve).Select(t => Task(t, sieve))],
        Tests = [.. Said(
            First(opinion.Tests, MostTests, "tests", sieve),
            t => t.Id,
            t => t.Title,
            sieve).Select(t => t with { Title = Cut(t.Title, Line, t.Id, sieve) })],
        Risks = [.. Said(First(opinion.Risks, MostRisks, "risks", sieve), r => r.Id, r => r.Title, sieve).Select(r => Risk(r, sieve))],
        Decisions = First(opinion.Decisions, MostDecisions, "decisions", sieve),
        Questions = [.. Said(First(opinion.Questions, MostQuestions, "questions", sieve), q => q.Id, q => q.Text, sieve).Select(q => Question(q, sieve))],
    };

    private static PlanTask Task(PlanTask task, GuardFindings sieve) => task with
    {
        Title = Cut(task.Title, Line, task.Id, sieve),
        Detail = Cut(task.Detail, Paragraph, task.Id, sieve),
    };

    private static Risk Risk(Risk risk, GuardFindings sieve) => risk with
    {
        Title = Cut(risk.Title, Line, risk.Id, sieve),
        Mitigation = Cut(risk.Mitigation, Paragraph, risk.Id, sieve),
    };

    private static Question Question(Question question, GuardFindings sieve) => question with
    {
        Text = Cut(question.Text, Paragraph, question.Id, sieve),
        Assumption = Cut(question.Assumption, Paragraph, question.Id, sieve),
    };

    private static List<T> Said<T>(IReadOnlyList<T> items, Func<T, string> id, Func<T, string> text, GuardFindings sieve) =>
        sieve.Keep(items, OpinionFault.Text, id, i => string.IsNullOrWhiteSpace(text(i)) ? $"{id(i)} says nothing and is left out." : null);

    private static IReadOnlyList<T> First<T>(IReadOnlyList<T> items, int most, string what, GuardFindings sieve)
    {
        if (items.Count <= most)
        {
            return items;
        }

        sieve.Miss(OpinionFault.Text, "", $"An opinion has at most {most} {what}; {items.Count - most} are left out.");
        return [.. items.Take(most)];
    }

    private static string Cut(string text, int most, string id, GuardFindings sieve)
    {
        if (text.Length <= most)
        {
            return text;
        }

        sieve.Miss(OpinionFault.Text, id, $"A text{(id.Length == 0 ? "" : $" of {id}")} has {text.Length} characters; what is beyond {most} is left out.");
        return text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
    }
}
