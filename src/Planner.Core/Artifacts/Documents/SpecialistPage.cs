using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What the page of every specialist begins and ends with.</summary>
internal static class SpecialistPage
{
    public static Opinion Of(Plan plan, SpecialistRole role) => plan.Opinions.First(o => o.Specialist == plan.Panel.Playing(role)?.Name);

    public static MarkdownPage Start(Plan plan, string title, Opinion opinion) => new MarkdownPage()
        .Heading(1, $"{title}: {plan.Ticket.Key}")
        .Say($"Confidence {opinion.Confidence} of 10. {opinion.Rationale}");

    public static MarkdownPage End(this MarkdownPage page, Plan plan, Opinion opinion)
    {
        var touching = plan.Decisions.Where(d => d.Decision.Touches.Contains(opinion.Specialist, StringComparer.Ordinal)).ToList();
        if (touching.Count > 0)
        {
            page.Heading(2, $"Decisions that shape this")
                .Table(
                    ["Decision", "Option", "What is done"],
                    touching.Select(d => new[] { Md.Of($"{d.Decision.Id}"), Md.Of($"{d.Option}"), Md.Of($"{d.Chosen.Title}") }));
        }

        if (opinion.Gaps.Count > 0)
        {
            page
                .Heading(2, $"Not known")
                .Bullets(opinion.Gaps.Select(g => g.Text.Contains(g.Subject, StringComparison.Ordinal) ? Md.Of($"{g.Text}") : Md.Of($"{g.Subject}: {g.Text}")));
        }

        return page
            .Heading(2, $"Work")
            .Say($"Tasks {Md.Words(opinion.Tasks.Select(t => t.Id))}; tests {Md.Words(opinion.Tests.Select(t => t.Id))}; risks "
                + $"{Md.Words(opinion.Risks.Select(r => r.Id))}.");
    }
}
