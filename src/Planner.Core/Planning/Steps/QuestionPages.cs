using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Markdown;
using Planner.Core.Artifacts.Records;
using Planner.Core.Planning.Runs;
using Planner.Core.Text;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Planning.Steps;

/// <summary>What a ticket that is not ready gets instead of a plan.</summary>
internal static class QuestionPages
{
    private const string Assumption = "None: no plan is made until this is answered.";

    public static ArtifactSet Render(TicketDossier dossier)
    {
        var owner = dossier.Ticket.Reporter ?? "Reporter";
        var questions = dossier.Questions
            .Select((text, i) => new QuestionEntry($"Q{i + 1:000}", text, owner, Blocking: true, Assumption, Answer: null))
            .ToList();
        return new ArtifactSet(
            [new Artifact("questions.md", Page(dossier, questions)), new Artifact(QuestionsFile.Path, PlanJson.Artifact(new QuestionsFile(questions)))],
            [.. ArtifactRenderers.All
                .Where(r => !r.Path.StartsWith("questions.", StringComparison.Ordinal))
                .Select(r => new NotApplicable(r.Path, dossier.Reason))]);
    }

    private static string Page(TicketDossier dossier, IReadOnlyList<QuestionEntry> questions) =>
        new MarkdownPage()
            .Heading(1, $"Questions about {dossier.Ticket.Key}")
            .Say($"{dossier.Ticket.Key} is not ready to be planned. {dossier.Reason}")
            .Steps(questions.Select(q => Md.Of($"{q.Id}: {q.Text}")))
            .Say($"Please answer in the ticket, {questions.Select(q => q.Owner).FirstOrDefault() ?? "Reporter"}; then start planning again.")
            .ToString();
}
