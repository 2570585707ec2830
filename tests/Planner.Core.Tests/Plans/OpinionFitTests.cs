using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Testing.Plans;
using Xunit;
using static Planner.Testing.Plans.ReturnsPanel;

namespace Planner.Core.Tests.Plans;

/// <summary>Opinions that do not fit each other become a plan all the same, and it says what was left out.</summary>
public sealed class OpinionFitTests
{
    [Fact]
    public void Need_IsMetByWhoeverProvidesIt_WhateverItIsCalled()
    {
        var plan = Of(
            Bare(Database, TaskOf("database", "x17", ["AC1"]) with { Provides = [Resource.Table("order_returns")] }),
            Bare(Service, TaskOf("service", "keep", ["AC2"]) with { Needs = [Resource.Table("public.Order_Returns")] }));

        Assert.Equal(["T001"], plan.Tasks.Single(t => t.Area == "service").DependsOn);
        Assert.Empty(plan.Limitations);
    }

    [Fact]
    public void Need_IsMetByALaterSpecialistToo()
    {
        var plan = Of(
            Bare(Database, TaskOf("database", "drop", ["AC1"]) with { Needs = [Resource.Type("OrderService")] }),
            Bare(Service, TaskOf("service", "stop", ["AC2"], modify: ["src/Shop/OrderService.cs"]) with { Provides = [Resource.Type("OrderService")] }));

        Assert.Equal("Do drop", plan.Tasks[1].Title);
    }

    [Fact]
    public void NeedOfAFileOrEndpoint_IsMetByWhoChangesIt()
    {
        var plan = Of(
            Bare(Api, TaskOf("api", "serve", ["AC1"], endpoints: ["GET /api/orders/{id}"], add: ["src/New.cs"])),
            Bare(
                Service with { Specialist = "security" },
                TaskOf("security", "attack", ["AC2"]) with { Needs = [Resource.Endpoint("GET /api/orders/{x}"), Resource.File("src/New.cs")] }));

        Assert.Equal(["T001"], plan.Tasks.Single(t => t.Area == "security").DependsOn);
    }

    [Theory]
    [InlineData("table:orders")]
    [InlineData("column:orders.placed_at")]
    [InlineData("type:OrderService")]
    [InlineData("file:src/Shop/OrdersEndpoints.cs")]
    [InlineData("endpoint:GET /api/orders/{id}")]
    public void NeedThatIsThereToday_CostsNothing(string need)
    {
        var plan = Of(Bare(Service, TaskOf("service", "a", ["AC1"]) with { Needs = [Resource.Parse(need)!] }));

        Assert.Empty(plan.Limitations);
        Assert.Equal(Service.Confidence, plan.Opinions[0].Confidence);
    }

    [Fact]
    public void NeedThatNobodyMeets_IsAGapOfWhoHasIt()
    {
        var plan = Of(Bare(Service, TaskOf("service", "a", ["AC1"]) with { Needs = [Resource.Table("outbox_messages")] }));

        Assert.Equal("outbox_messages", Assert.Single(plan.Opinions[0].Gaps).Subject);
        Assert.Equal([7], plan.Rounds["service"]);
        Assert.Contains(plan.Limitations, l => l.Contains("table:outbox_messages", StringComparison.Ordinal));
        Assert.Equal("planning", plan.Tasks[0].Area);
    }

    [Fact]
    public void NeedsThatGoInACircle_AreCutAtTheLastOne()
    {
        var plan = Of(
            Bare(Database, TaskOf("database", "a", ["AC1"]) with { Needs = [Resource.Type("B")], Provides = [Resource.Table("a")] }),
            Bare(Service, TaskOf("service", "b", ["AC2"]) with { Needs = [Resource.Table("a")], Provides = [Resource.Type("B")] }));

        Assert.Equal(["Do b", "Do a"], plan.Tasks.Select(t => t.Title));
        Assert.Contains(plan.Limitations, l => l.Contains("circle", StringComparison.Ordinal));
    }

    [Fact]
    public void CircleOfTasks_IsCutAndSaid()
    {
        var plan = Of(Bare(Service, TaskOf("service", "a", ["AC1"], after: ["service/b"]), TaskOf("service", "b", ["AC1"], after: ["service/a"])));

        Assert.Equal(["Do b", "Do a"], plan.Tasks.Select(t => t.Title));
        Assert.Equal(OpinionFault.Circle, Assert.Single(plan.Opinions[0].Findings).Fault);
    }

    [Fact]
    public void ReferencesToNothing_AreLeftOutAndNamedWithTheirOwner()
    {
        var plan = Of(Bare(Service, TaskOf("service", "a", ["AC1", "database/none"], after: ["service/none"])) with
        {
            Tests = [
                new("service/lost", "It holds", ["AC1"], TestKind.Unit, "service/gone"),
                new("service/shown", "It holds", ["AC2", "nothing"], TestKind.Unit, "a"),
            ],
            Risks = [RiskOf("service", "lock", "A lock", "gone")],
        });

        Assert.Equal(["AC1"], plan.Tasks[0].Satisfies);
        Assert.Equal(["It holds"], plan.Tests.Select(t => t.Title));
        Assert.Empty(plan.Risks[0].Tasks);
        Assert.All(plan.Opinions[0].Findings, f => Assert.Equal(OpinionFault.Reference, f.Fault));
        Assert.Contains(plan.Limitations, l => l.Contains("service/a refers to the task 'service/none'", StringComparison.Ordinal));
    }

    [Fact]
    public void IdGivenTwice_CountsOnce()
    {
        var plan = Of(Bare(Service, TaskOf("service", "a", ["AC1"]), TaskOf("service", "a", ["AC2"])));

        Assert.Equal(["AC1"], Assert.Single(plan.Tasks).Satisfies);
        Assert.Equal(OpinionFault.Id, Assert.Single(plan.Opinions[0].Findings).Fault);
    }

    [Fact]
    public void FileThatTwoAdd_IsAddedByTheFirst()
    {
        var plan = Of(
            Bare(Service, TaskOf("service", "a", ["AC1"], add: ["src/New.cs"])),
            Bare(Api, TaskOf("api", "b", ["AC2"], add: ["src/New.cs"])));

        Assert.Equal([ChangeKind.Add, ChangeKind.Modify], plan.Tasks.Select(t => t.Files[0].Change));
        Assert.Equal(["T001"], plan.Tasks[1].DependsOn);
    }

    private static Opinion Bare(Opinion opinion, params PlanTask[] tasks) => opinion with
    {
        Tasks = tasks,
        Tests = [],
        Risks = [],
        Decisions = [],
        Designs = [],
    };

    private static Plan Of(params Opinion[] opinions) => PlanAssembler.Assemble(ReturnsTicket.Of(opinions));
}
