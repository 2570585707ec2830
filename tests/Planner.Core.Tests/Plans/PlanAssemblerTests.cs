using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review;
using Planner.Core.Review.Reports;
using Planner.Testing.Plans;
using Xunit;
using static Planner.Testing.Plans.ReturnsPanel;

namespace Planner.Core.Tests.Plans;

public sealed class PlanAssemblerTests
{
    [Fact]
    public void Ids_RunInTheOrderOfTheWaves()
    {
        var plan = PlanAssembler.Assemble(ReturnsTicket.Inputs);

        Assert.Equal([("T001", "database", 1), ("T002", "etl", 2), ("T003", "service", 2), ("T004", "api", 3)], plan.Tasks.Select(t => (t.Id, t.Area, t.Wave)));
        Assert.Equal(["V001"], plan.Tasks[0].Tests);
        Assert.Equal(["T001"], plan.Risks[0].Tasks);
    }

    [Fact]
    public void PipelineThatReadsANewTable_ComesAfterItsMigration()
    {
        var plan = PlanAssembler.Assemble(ReturnsTicket.Inputs);

        Assert.Equal(["T001"], plan.Tasks.Single(t => t.Area == "etl").DependsOn);
    }

    [Fact]
    public void CriterionAlone_PutsNoServiceBehindAPipeline() =>
        Assert.Equal(["T001"], PlanAssembler.Assemble(ReturnsTicket.Inputs).Tasks.Single(t => t.Area == "service").DependsOn);

    [Fact]
    public void LinkThatFollowsFromOthers_IsNotMade()
    {
        var plan = Of(
            Database with { Tasks = [TaskOf("database", "a", ["AC1"], tables: ["orders"])], Tests = [], Risks = [] },
            Service with { Tasks = [TaskOf("service", "b", ["AC1"], tables: ["orders"])], Tests = [] },
            Api with { Tasks = [TaskOf("api", "c", ["AC1"], tables: ["orders"])], Tests = [] });

        Assert.Equal([[], ["T001"], ["T002"]], plan.Tasks.Select(t => t.DependsOn));
    }

    [Fact]
    public void SharedFile_PutsTheLaterSpecialistAfter()
    {
        var plan = Of(
            Service with { Tasks = [TaskOf("service", "a", ["AC1"], modify: ["x.cs"])], Tests = [] },
            Api with { Tasks = [TaskOf("api", "b", ["AC2"], modify: ["x.cs"])], Tests = [] });

        Assert.Equal(["T001"], plan.Tasks[1].DependsOn);
    }

    [Fact]
    public void TwoWritersOfOneFile_StandInDifferentWaves()
    {
        var plan = Of(Service with
        {
            Tasks = [
                TaskOf("service", "a", ["AC1"], modify: ["x.cs"]),
                TaskOf("service", "b", ["AC2"], modify: ["y.cs"]),
                TaskOf("service", "c", ["AC2"], modify: ["x.cs"]),
            ],
            Tests = [],
        });

        Assert.Equal([("T001", 1), ("T002", 1), ("T003", 2)], plan.Tasks.Select(t => (t.Id, t.Wave)));
        Assert.Equal(["T001"], plan.Tasks[2].DependsOn);
    }

    [Fact]
    public void TwoWritersOfOneTable_StandInDifferentWaves()
    {
        var plan = Of(Database with
        {
            Tasks = [TaskOf("database", "a", ["AC1"], tables: ["orders"]), TaskOf("database", "b", ["AC1"], tables: ["orders"])],
            Tests = [],
            Risks = [],
        });

        Assert.Equal([1, 2], plan.Tasks.Select(t => t.Wave));
    }

    [Fact]
    public void ChangeOfAnAddedFile_ComesAfterTheTaskThatAddsIt()
    {
        var plan = Of(Service with
        {
            Tasks = [TaskOf("service", "use", ["AC1"], modify: ["new.cs"]), TaskOf("service", "make", ["AC1"], add: ["new.cs"])],
            Tests = [],
        });

        Assert.Equal(("Do make", "Do use"), (plan.Tasks[0].Title, plan.Tasks[1].Title));
    }

    [Fact]
    public void EarlierSpecialistThatWaitsForALaterOne_MakesNoCircle()
    {
        var plan = Of(
            Database with { Tasks = [TaskOf("database", "drop-column", ["AC1"], tables: ["orders"], after: ["service/stop-using"])], Tests = [], Risks = [] },
            Service with { Tasks = [TaskOf("service", "stop-using", ["AC1"], tables: ["orders"])], Tests = [] });

        Assert.Equal(["Do stop using", "Do drop column"], plan.Tasks.Select(t => t.Title));
        Assert.Equal(2, plan.Tasks[1].Phase);
    }

    [Fact]
    public void CriterionThatWasNeverDeclared_GoesBackToWhoCitesIt()
    {
        var plan = Of(Service with
        {
            Tasks = [TaskOf("service", "a", ["AC1", "AC9"])],
            Tests = [new("service/shown", "It holds", ["AC1", "AC8"], TestKind.Unit, "service/a")],
        });
        var report = Reviewer.Review(plan, ArtifactComposer.Compose(plan), new ReviewOptions());
        var found = report.Findings.Where(f => f.Code == "Q1.undeclared").ToList();

        Assert.Equal(["AC1", "AC9"], plan.Tasks[0].Satisfies);
        Assert.All(found, f => Assert.Equal("service", f.Specialist));
        Assert.Equal(
            ["T001 cites AC9, which was never declared.", "V001 cites AC8, which was never declared."],
            found.Select(f => f.Message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void IdsBeyond999_KeepTheirOrder() =>
        Assert.Equal(
            ["AC2", "R001", "T002", "T998", "T999", "T1000", "T1001", "TD001"],
            new[] { "T1001", "TD001", "T999", "AC2", "T1000", "R001", "T998", "T002" }.Order(IdOrder.Numbers));

    [Fact]
    public void SameRiskOfTwoSpecialists_IsOneWithTheWorseLevels()
    {
        var plan = Of(
            Database with { Risks = [RiskOf("database", "lock", "A lock on orders", "create-order-returns")] },
            Service with { Risks = [RiskOf("service", "lock", "A lock on orders.", "request-return") with { Probability = Level.High }] });

        var risk = Assert.Single(plan.Risks);
        Assert.Equal(Level.High, risk.Probability);
        Assert.Equal(["T001", "T002"], risk.Tasks);
    }

    [Fact]
    public void CriticalPath_IsTheLongestChainByTheMeanOfEstimates()
    {
        var plan = Of(Service with
        {
            Tasks =
            [
                TaskOf("service", "long", ["AC1"]) with { EffortHours = new(10, 20, 30) },
                TaskOf("service", "short", ["AC1"]),
                TaskOf("service", "last", ["AC2"], after: ["service/long", "service/short"]),
            ],
            Tests = [],
        });

        Assert.Equal(["T001", "T003"], plan.CriticalPath.Tasks);
        Assert.Equal(24.5, plan.CriticalPath.Hours);
        Assert.Equal(new Effort(14, 28, 48), plan.Total);
    }

    [Fact]
    public void UnsureSpecialist_GetsASpikeBeforeItsWork()
    {
        var plan = Of(Service with { Confidence = 5, Gaps = [new("RMA", "Nobody says what an RMA is.", "AC1")] });

        Assert.Equal((0, 1), (plan.Tasks[0].Phase, plan.Tasks[0].Wave));
        Assert.Contains("RMA", plan.Tasks[0].Title, StringComparison.Ordinal);
        Assert.Equal(["T001"], plan.Tasks[1].DependsOn);
    }

    [Fact]
    public void Rollback_RunsAgainstTheOrderOfTheWork()
    {
        var steps = PlanAssembler.Assemble(ReturnsTicket.Inputs).Rollback;

        Assert.Equal(
            ["OrdersEndpoints.cs", "OrderService.cs", "Stop `SalesExportJob`", "009_order_returns.down.sql", ReturnsTicket.TestCommand],
            steps.Select(Named));

        static string Named(string step) =>
            new[] { "OrdersEndpoints.cs", "OrderService.cs", "Stop `SalesExportJob`", "009_order_returns.down.sql", ReturnsTicket.TestCommand }.First(n =>
                step.Contains(n, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2, TaskSize.XS)]
    [InlineData(10, TaskSize.S)]
    [InlineData(60, TaskSize.M)]
    [InlineData(150, TaskSize.L)]
    [InlineData(300, TaskSize.XL)]
    public void Size_FollowsFromTheHours(double hours, TaskSize size) =>
        Assert.Equal(size, Of(Service with { Tasks = [TaskOf("service", "a", ["AC1"]) with { EffortHours = new(hours, hours, hours) }], Tests = [] }).Size);

    [Fact]
    public void WorkInThreeAreas_IsAtLeastOfSizeM() => Assert.Equal(TaskSize.M, PlanAssembler.Assemble(ReturnsTicket.Inputs).Size);

    private static Plan Of(params Planner.Core.Opinions.Opinion[] opinions) => PlanAssembler.Assemble(ReturnsTicket.Of(opinions));
}
