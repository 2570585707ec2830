using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review;
using Planner.Core.Review.Reports;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Artifacts;

public sealed class ArtifactComposerTests
{
    private const string Attack = "x | y\n## Owned\n```\n<img src=x onerror=alert(1)> [a](http://evil) @all";

    private static readonly string[] SmallSet =
    [
        "confidence_scores.json", "decisions.md", "grounding.json", "implementation.md", "questions.json", "questions.md", "risks.json", "risks.md",
        "tasks.json", "tasks.md", "technical-decisions-log.json", "testing-strategy.md",
    ];

    private static readonly string[] LargerSet =
        [
            "API_CHANGES.md",
            "ETL_CHANGES.md",
            "SCHEMA_CHANGES.md",
            "SERVICES_CHANGES.md",
            "contracts/errors.md",
            "contracts/openapi.yaml",
            "data-model.md",
            "dependencies.md",
            "execution-plan.md",
            "executive-summary.md",
            "migration-plan.md",
            "quickstart.md",
            "research.md",
            "security-plan.md",
        ];

    /// <summary>Pages of specialists that have no seat in this panel.</summary>
    private static readonly string[] Elsewhere = ["FRONTEND_CHANGES.md", "performance-plan.md"];

    [Fact]
    public void SmallPlan_LeavesOutPagesAndKeepsTheirSubstance()
    {
        var plan = PlanAssembler.Assemble(ReturnsTicket.Of([ReturnsPanel.Database]));

        var set = ArtifactComposer.Compose(plan);

        Assert.Equal(TaskSize.S, plan.Size);
        Assert.Equal(SmallSet, set.Files.Select(f => f.Path));
        Assert.Equal(LargerSet.Concat(Elsewhere).Order(StringComparer.Ordinal), set.NotApplicable.Select(n => n.Path));
        Assert.All(set.NotApplicable, n => Assert.NotEmpty(n.Reason));
        Assert.Contains("DROP TABLE order_returns;", set.Text("implementation.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void SpecialistThatDoesNotApply_HasNoPageAndAReason()
    {
        var etl = new Planner.Core.Opinions.Opinion { Specialist = "etl", Round = 1, Applies = false, Confidence = 9, Rationale = "No job reads orders." };

        var set = ArtifactComposer.Compose(PlanAssembler.Assemble(SettledPlans.Decided([ReturnsPanel.Database, etl, ReturnsPanel.Service, ReturnsPanel.Api])));

        Assert.Contains("No job reads orders.", Assert.Single(set.NotApplicable, n => n.Path == "ETL_CHANGES.md").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ProvisionalDecision_IsMarkedOnEveryLineThatNamesIt()
    {
        var set = ArtifactComposer.Compose(PlanAssembler.Assemble(SettledPlans.Provisional()));

        var lines = set.Files.Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(f => f.Text.Split('\n'))
            .Where(l => l.Contains("TD001", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.Equal(Count(l, "TD001"), Count(l, "TD001 (PROVISIONAL)")));
    }

    [Fact]
    public void HostileTicket_ChangesNoStructure()
    {
        var inputs = SettledPlans.Provisional();
        var plain = Pages(inputs);
        var hostile = Pages(inputs with
        {
            Ticket = inputs.Ticket with { Summary = Attack, Reporter = Attack },
            Criteria = inputs.Criteria with { Items = [.. inputs.Criteria.Items.Select(c => c with { Text = c.Text + Attack })] },
        });

        Assert.Equal(plain.Select(Shape), hostile.Select(Shape));
        Assert.All(hostile, text => Assert.DoesNotContain("<img", text, StringComparison.Ordinal));
        Assert.All(hostile, text => Assert.DoesNotMatch(@"[^\\]\]\(", text));
        Assert.All(hostile, text => Assert.DoesNotMatch("[^`]@all", text));
    }

    [Fact]
    public void HostileTicket_StillPassesTheStructuralChecks()
    {
        var inputs = SettledPlans.Provisional();
        var plan = PlanAssembler.Assemble(inputs with { Ticket = inputs.Ticket with { Summary = Attack, Reporter = Attack } });

        var report = Reviewer.Review(plan, ArtifactComposer.Compose(plan), new());

        Assert.Empty(report.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Message));
    }

    private static List<string> Pages(PlanInputs inputs) =>
        [.. ArtifactComposer.Compose(PlanAssembler.Assemble(inputs)).Files.Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal)).Select(f => f.Text)];

    /// <summary>Headings, fences and cells: what a reader's program sees.</summary>
    private static string Shape(string text) => string.Join('\n', text.Split('\n').Select(l =>
        l.StartsWith('#') ? l.Split(' ')[0] : l.StartsWith("```", StringComparison.Ordinal) ? "```" : l.StartsWith('|') ? $"{Count(l, " | ")} cells" : "text"));

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
