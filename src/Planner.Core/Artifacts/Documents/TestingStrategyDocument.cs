using Planner.Core.Artifacts.Markdown;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>Which test shows what, and how tests are run here.</summary>
internal sealed class TestingStrategyDocument : IArtifactRenderer
{
    public string Path => "testing-strategy.md";

    public string? NotApplicable(Plan plan) => null;

    public string Render(Plan plan)
    {
        var conventions = plan.Grounding.Conventions;
        var page = new MarkdownPage().Heading(1, $"Testing strategy: {plan.Ticket.Key}");
        var counts = plan.Tests.GroupBy(t => t.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {StatusWords.Of(g.Key)}");
        page.Say($"Planned tests: {Md.Words(counts)}. Framework in this code base: {conventions.TestFramework ?? "none found"}.");
        if (conventions.VerificationCommands.Count > 0)
        {
            page.Heading(2, $"Commands").Code("sh", string.Join('\n', conventions.VerificationCommands.Select(MarkdownEscape.OneLine)));
        }

        page.Heading(2, $"Tests").Table(["Test", "What it shows", "Kind", "Covers", "Written in", "File"], plan.Tests.Select(Row));
        return Coverage(page, plan).ToString();
    }

    private static Md[] Row(PlanTest test) =>
    [
        Md.Of($"{test.Id}"), Md.Of($"{test.Title}"), Md.Of($"{StatusWords.Of(test.Kind)}"), Md.Words(test.Covers), Md.Of($"{test.Task}"),
        test.File is null ? Md.Of($"–") : Md.Code(test.File),
    ];

    private static MarkdownPage Coverage(MarkdownPage page, Plan plan)
    {
        var bare = plan.Criteria.Items.Where(c => !plan.Tests.Any(t => t.Covers.Contains(c.Id, StringComparer.Ordinal))).ToList();
        return bare.Count == 0 ? page : page
            .Heading(2, $"Criteria without a test")
            .Bullets(bare.Select(c => Md.Of($"{c.Id}: {c.Text}")));
    }
}
