using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>
/// Who could do harm through what changes, what stands against it, and which test shows it. Threats follow from what was found,
/// not from a list.
/// </summary>
internal sealed class SecurityPlanDocument : IArtifactRenderer
{
    public string Path => "security-plan.md";

    public string? NotApplicable(Plan plan) =>
        RightSize.TooSmall(plan) ?? (Threats.Of(plan).Count > 0 ? null : "No endpoint, no call of another system and no table with sensitive columns changes.");

    public string Render(Plan plan)
    {
        var page = new MarkdownPage()
            .Heading(1, $"Security plan: {plan.Ticket.Key}")
            .Heading(2, $"Threats")
            .Table(
                ["Threat", "Where", "Against it", "Shown by", "Risk"],
                Threats.Of(plan).Select(t => new[] { Md.Of($"{t.What}"), Md.Codes(t.Where), Md.Of($"{t.Against}"), Md.Words(t.Tests), Md.Words(t.Risks) }));
        Access(page, plan);
        Unproven(page, plan);
        return page
            .Heading(2, $"Not looked at")
            .Bullets(
            [
                Md.Of($"Packages of the projects that change were not compared with a list of known vulnerabilities."),
                Md.Of($"Encryption at rest, network rules and the keys of the running system cannot be seen from the code."),
                Md.Of($"No law or standard is named in the ticket; whether one applies is for the owner of the data to say."),
            ])
            .ToString();
    }

    private static void Access(MarkdownPage page, Plan plan)
    {
        var endpoints = plan.Opinions.Designs<ApiDesign>().SelectMany(d => d.Endpoints).ToList();
        if (endpoints.Count > 0)
        {
            page.Heading(2, $"Who may call").Table(["Endpoint", "Turned away with", "Data", "Refusal shown by"], endpoints.Select(e => new[]
            {
                Md.Code($"{e.Method} {e.Route}"), Md.Words(e.Errors.Where(x => x.Status is 401 or 403 or 404).Select(x => $"{x.Status}")),
                Md.Of($"{e.DataClass}"), Md.Words(Threats.Refusals(plan, e)),
            }));
        }
    }

    private static void Unproven(MarkdownPage page, Plan plan)
    {
        var open = plan.Opinions.Designs<ApiDesign>()
            .SelectMany(d => d.Endpoints)
            .Where(e => !e.Errors.Any(x => x.Status is 401 or 403))
            .Select(e => $"{e.Method} {e.Route}")
            .ToList();
        if (open.Count > 0)
        {
            page.Heading(2, $"Open to everybody").Say($"{Md.Codes(open)} turn nobody away. That is right only where the ticket means it.");
        }
    }
}
