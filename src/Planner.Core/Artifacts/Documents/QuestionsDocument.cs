using Planner.Core.Artifacts.Markdown;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What people were or are asked.</summary>
internal sealed class QuestionsDocument : IArtifactRenderer
{
    public string Path => "questions.md";

    public string? NotApplicable(Plan plan) => null;

    public string Render(Plan plan)
    {
        var page = new MarkdownPage().Heading(1, $"Questions: {plan.Ticket.Key}");
        if (plan.Questions.Count == 0)
        {
            page.Say($"Nothing had to be asked.");
        }

        return page.Table(
            ["Question", "Text", "Owner", "Blocking", "Assumed until answered", "Answer"],
            plan.Questions.Select(q => new[]
            {
                Md.Of($"{q.Id}"), Md.Of($"{q.Text}"), Md.Of($"{q.Owner}"), q.Blocking ? Md.Of($"yes") : Md.Of($"no"), Md.Of($"{q.Assumption}"),
                q.Answer is null ? Md.Of($"open") : Md.Of($"{q.Answer}"),
            })).ToString();
    }
}
