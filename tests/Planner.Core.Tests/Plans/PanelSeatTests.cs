using System.Text.Json.Nodes;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Execution;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Text;
using Planner.Testing.Plans;
using Xunit;
using static Planner.Testing.Plans.ReturnsPanel;

namespace Planner.Core.Tests.Plans;

/// <summary>What front matter says of a specialist's place is where its work stands in the plan.</summary>
public sealed class PanelSeatTests
{
    private const string Legal = "---\nname: legal\ntitle: Legal\npage: security-plan.md\nphase: rollout\n---\nKnows the law.\n";

    [Fact]
    public void WorkOfATeamsOwnSpecialist_HasThePhaseAndThePageOfItsFile()
    {
        var plan = Planned(Legal);
        var task = Assert.Single(plan.Tasks, t => t.Area == "legal");

        Assert.Equal("Rollout", Assert.Single(plan.Phases, p => p.Tasks.Contains(task.Id)).Title);
        Assert.Contains($"Read first: tasks.md under {task.Id}; security-plan.md; ", new ExecutionPlanDocument().Render(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void WorkOfATeamsOwnSpecialist_WithoutAPlace_IsQualityAndHasNoPage()
    {
        var plan = Planned("---\nname: legal\ntitle: Legal\n---\nKnows the law.\n");
        var task = Assert.Single(plan.Tasks, t => t.Area == "legal");

        Assert.Equal("Quality", Assert.Single(plan.Phases, p => p.Tasks.Contains(task.Id)).Title);
        Assert.Contains($"Read first: tasks.md under {task.Id}; AC1 in implementation.md", new ExecutionPlanDocument().Render(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void PageOfARole_IsThatOfWhoeverPlaysIt()
    {
        var sound = PlanAssembler.Assemble(ReturnsTicket.Inputs);
        var renamed = sound with
        {
            Panel = [.. sound.Panel.Select(s => s.Name == "api" ? s with { Name = "http" } : s)],
            Opinions = [.. sound.Opinions.Select(o => o.Specialist == "api" ? o with { Specialist = "http" } : o)],
        };

        Assert.Equal(Page(sound, "API_CHANGES.md"), Page(renamed, "API_CHANGES.md"));
    }

    [Fact]
    public void PlanThatWasKeptWithoutItsPanel_HasTheBuiltInSpecialists()
    {
        var kept = JsonNode.Parse(PlanJson.Content(PlanAssembler.Assemble(ReturnsTicket.Inputs)))!.AsObject();
        kept.Remove("panel");

        Assert.Equal(PanelSeat.BuiltIn, PlanJson.Read<Plan>(kept.ToJsonString()).Panel);
    }

    private static Plan Planned(string file)
    {
        var legal = Service with
        {
            Specialist = "legal",
            Designs = [],
            Questions = [],
            Tests = [],
            Tasks = [TaskOf("legal", "terms", ["AC1"], modify: ["docs/terms.md"])],
        };
        var panel = SpecialistPanel.With([new TeamFile(".planner/specialists/legal.md", file)]);
        var inputs = ReturnsTicket.Of([.. ReturnsPanel.Opinions, legal]);
        return PlanAssembler.Assemble(inputs with { Panel = [.. panel.Order.Select(PanelSeat.Of)] });
    }

    private static string Page(Plan plan, string path) => ArtifactComposer.Compose(plan).Files.Single(f => f.Path == path).Text;
}
