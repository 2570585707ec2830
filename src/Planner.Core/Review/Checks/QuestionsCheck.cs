using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Documents;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Q10: each question is owned and has an assumption, none that blocks is left open, and both files list the same.</summary>
internal sealed class QuestionsCheck : ICheck
{
    private const string Page = "questions.md";

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
            Complaints(question).ToList().ForEach(c => findings.Error(c.Code, file, question.Id, c.Message, Owner(plan, question.Id)));
        }

        Agreement(page, questions, findings);
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
            yield return ("blocking", $"{question.Id} blocks the work and has no answer.");
        }
    }

    private static void Agreement(ArtifactText page, QuestionsFile questions, FindingList findings)
    {
        var listed = MarkdownTable.Read(page.Text, "Question").ToDictionary(r => r.Cells["Question"], r => r.Cells["Assumed until answered"], StringComparer.Ordinal);
        foreach (var question in questions.Questions)
        {
            var assumed = MarkdownTable.Plain(Md.Of($"{question.Assumption}").Value);
            if (!listed.TryGetValue(question.Id, out var written) || written.Replace(ProvisionalMarks.Mark, "", StringComparison.Ordinal) != assumed.Replace(ProvisionalMarks.Mark, "", StringComparison.Ordinal))
            {
                findings.Error("differs", page, question.Id, $"{question.Id} is not the same in {Page} and {QuestionsFile.Path}.");
            }
        }

        if (listed.Count != questions.Questions.Count)
        {
            findings.Error("differs", page, "", $"{Page} lists {listed.Count} questions, {QuestionsFile.Path} {questions.Questions.Count}.");
        }
    }

    private static string? Owner(Plan plan, string id) => plan.Opinions.FirstOrDefault(o => o.Questions.Any(q => q.Id == id))?.Specialist;
}
