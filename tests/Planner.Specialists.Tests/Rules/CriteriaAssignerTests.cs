using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Text;
using Planner.Specialists.Rules;
using Planner.Testing.Builders;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.Specialists.Tests.Rules;

public sealed class CriteriaAssignerTests
{
    [Fact]
    public void EveryMemberOfThePanel_StandsInTheAssignment_AndEveryCriterionHasAnOwner()
    {
        var round = Fixtures.Referral();
        var assignment = Assign(round, ["database", "etl", "service", "api", "frontend", "performance", "security", "testing", "privacy"]);

        Assert.Empty(assignment.Of("privacy"));
        Assert.Empty(assignment.Of("testing"));
        Assert.Equal(
            round.Criteria.Items.Select(c => c.Id),
            round.Criteria.Items.Select(c => c.Id).Where(id => assignment.Owned.Values.Any(o => o.Contains(id))));
        Assert.All(assignment.Applying, n => Assert.Contains(n, assignment.Owned.Keys));
    }

    [Fact]
    public void SameRound_GivesTheSameAssignment() =>
        Assert.Equal(PlanJson.Content(Fixtures.Referral().Assignment), PlanJson.Content(Fixtures.Referral().Assignment));

    [Fact]
    public void CriterionOfAFinding_GoesToWhoShallMendIt_ForAllToSee()
    {
        var round = Fixtures.Referral();
        var id = round.Criteria.Items[0].Id;
        var found = round with { Findings = [new Finding("Q1.uncovered", Severity.Error, "tasks.md", 1, id, "It has no task.") { Specialist = "etl" }] };

        Assert.DoesNotContain(id, round.Assignment.Of("etl"));
        Assert.Contains(id, found.Assignment.Of("etl"));
    }

    [Fact]
    public void MemberWithoutAssignment_HasNothingOfItsOwn()
    {
        var assignment = Assign(Fixtures.Referral(), ["service"]);

        Assert.Equal(["service"], assignment.Applying);
        Assert.Equal(["service"], assignment.Owned.Keys);
    }

    [Fact]
    public async Task AllMembersOfAPanel_AreGivenTheSame()
    {
        var asked = new ScriptedSpecialist(c => ScriptedOpinions.Sure(c));
        await (Fixtures.Referral() with { Specialist = asked }).Ask();

        Assert.Single(asked.Asked.Select(c => PlanJson.Content(c.Assignment)).Distinct());
    }

    [Fact]
    public async Task OutboxThatIsNotThere_IsWorkOfTheDatabaseSpecialist_WhateverTheCriteriaName()
    {
        var grounding = new GroundingBuilder()
            .Type("OrderService", "src/Shop/OrderService.cs", methods: ["Task Pay(long id)"], uses: ["IPaymentGateway"])
            .Type("IPaymentGateway", "src/Shop/IPaymentGateway.cs", kind: "interface", methods: ["Task Charge(decimal amount)"])
            .Endpoint("GET", "/api/orders/{orderId}", "src/Shop/OrderEndpoints.cs")
            .New("POST /api/orders/{orderId}/retries", MentionKind.Endpoint);
        var round = PanelRound.About(
            grounding,
            "Pay again through `IPaymentGateway`.",
            "POST /api/orders/{orderId}/retries pays again through `IPaymentGateway`.",
            "A failed payment is retried three times.");
        var plan = await round.Plan();

        Assert.Contains("database", round.Assignment.Applying);
        var worker = plan.Tasks.Single(t => t.Title.Contains("OutboxWorker", StringComparison.Ordinal));
        Assert.Contains(plan.Tasks.Single(t => t.Tables.Contains("outbox_messages")).Id, worker.DependsOn);
        Assert.Empty(plan.Limitations);
    }

    private static CriteriaAssignment Assign(PanelRound round, IReadOnlyList<string> panel) => new CriteriaAssigner().Assign(new AssignmentInputs
    {
        Panel = panel,
        Ticket = round.Ticket,
        Criteria = round.Criteria,
        Grounding = round.Grounding,
    });
}
