using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>Each risk with what is done about it.</summary>
internal sealed class RisksDocument : IArtifactRenderer
{
    public string Path => "risks.md";

    public string? NotApplicable(Plan plan) => null;

    public string Render(Plan plan)
    {
        var page = new MarkdownPage().Heading(1, $"Risks: {plan.Ticket.Key}");
        if (plan.Risks.Count == 0)
        {
            page.Say($"The panel found no risk.");
        }

        foreach (var risk in plan.Risks)
        {
            page.Heading(2, $"{risk.Id} {risk.Title}").Bullets(
            [
                Md.Of($"Probability {risk.Probability}, impact {risk.Impact}; owner: {risk.Owner}"),
                Md.Of($"Mitigation: {risk.Mitigation} (tasks {Md.Words(risk.Tasks)})"),
                Md.Of($"Contingency: {risk.Contingency}"),
                Md.Of($"Detection: {risk.Detection}"),
            ]);
        }

        return page.ToString();
    }
}
