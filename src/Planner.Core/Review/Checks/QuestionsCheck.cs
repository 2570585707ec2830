using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Documents;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Checks;

/// <summary>Q10: each question is owned and has an assumption, none that blocks is left open, and both files list the same.</summary>
internal sealed partial class QuestionsCheck : ICheck
{
    private const string Page = "questions.md";

    /// <summary>People have not answered: nothing that a specialist could mend.</summary>
    private const string Blocking = "blocking";

    public string Id => "Q10";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<QuestionsFile>(artifacts, QuestionsFile.Path) is not var (file, questions) || ArtifactText.Of(artifacts, Page) is not { } page)
        {
            return ArtifactText.Unreadable($"{QuestionsFile.Path} or {Page}");
        }

        var findings = new FindingList(Id);
        foreach (var question in questions.Questions)
        {
            Complaints(question)
                .ToList()
                .ForEach(c => findings.Error(c.Code, file, question.Id, c.Message, c.Code == Blocking ? null : Owner(plan, question.Id)));
        }

        Ids(file, questions, findings);
        PageAgreement.Judge(page, QuestionsFile.Path, new QuestionsDocument(), PlanFromFiles.With(plan, questions), findings);
        CitedQuestions.In(artifacts, plan, [.. questions.Questions.Select(q => q.Id)]).ToList().ForEach(findings.Add);
        var open = questions.Questions.Count(q => q.Answer is null);
        return findings.Result($"Questions: {questions.Questions.Count}; open: {open}.");
    }

    private static IEnumerable<(string Code, string Message)> Complaints(QuestionEntry question)
    {
        if (string.IsNullOrWhiteSpace(question.Owner))
        {
            yield return ("owner", $"Nobody is asked {question.Id}.");
        }

        if (string.IsNullOrWhiteSpace(question.Assumption))
        {
            yield return ("assumption", $"{question.Id} states no assumption to plan with.");
        }

        if (question is { Blocking: true, Answer: null })
        {
            yield return (Blocking, $"{question.Id} blocks the work and has no answer.");
        }
    }

    private static void Ids(ArtifactText file, QuestionsFile questions, FindingList findings)
    {
        foreach (var id in questions.Questions.GroupBy(q => q.Id, StringComparer.Ordinal)
            .Where(g => g.Count() > 1 || !Numbered().IsMatch(g.Key))
            .Select(g => g.Key))
        {
            findings.Error("id", file, id, $"\"{id}\" is not the id of one question, like Q001.");
        }
    }

    private static string? Owner(Plan plan, string id) => plan.Opinions.FirstOrDefault(o => o.Questions.Any(q => q.Id == id))?.Specialist;

    [GeneratedRegex("^Q[0-9]{3,}$", RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
