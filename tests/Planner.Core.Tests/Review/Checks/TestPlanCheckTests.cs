using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class TestPlanCheckTests
{
    private const string File = "tasks.json";
    private const string Endpoint = "POST /api/orders/{id}/returns";

    [Fact]
    public void SoundPlan_PassesAndCountsWhatCommandsVerify()
    {
        Judge(Sound).Passes("Q12");
        Assert.Equal(
            $"Tests: {Sound.Tests.Count}; {Sound.Tasks.Count(t => t.Verification.Count > 0)} of {Sound.Tasks.Count} tasks are verified by a command.",
            Judge(Sound).Reason("Q12"));
    }

    [Fact]
    public void CriterionWithoutTest_IsFound() =>
        Judge(WithTests(t => t with { Covers = [.. t.Covers.Select(_ => "AC1")] })).Finds("Q12.criterion", File, "AC2");

    [Fact]
    public void TestThatCoversNothing_IsFound() => Judge(WithTests(t => t.Id == "V004" ? t with { Covers = [] } : t)).Finds("Q12.covers-nothing", File, "V004");

    [Fact]
    public void TestThatIsNotThere_IsFound() =>
        Judge(WithTask("T003", t => t with { Tests = ["V099"] })).Finds("Q12.missing", File, "T003", specialist: "service");

    [Fact]
    public void TestOfATaskThatIsNotThere_IsFound() => Judge(WithTests(t => t.Id == "V004" ? t with { Task = "T099" } : t)).Finds("Q12.missing", File, "V004");

    [Fact]
    public void EndpointThatNoTaskWithATestChanges_IsFound() =>
        Judge(WithTask("T004", t => t with { Tests = [] })).Finds("Q12.endpoint", File, Endpoint, specialist: "api");

    [Theory]
    [InlineData(TestAspects.Success, "Q12.success")]
    [InlineData(TestAspects.Refusal, "Q12.refusal")]
    [InlineData(TestAspects.Error, "Q12.error")]
    public void EndpointOfWhichNoTestShowsAnAspect_IsFound(TestAspects missing, string code) =>
        Judge(WithTests(t => t with { Aspects = t.Aspects & ~missing })).Finds(code, File, Endpoint, specialist: "api");

    [Fact]
    public void TestsOfAnotherEndpoint_ProveNothing() =>
        Assert.Equal(
            3,
            Report(WithTests(t => t with { Endpoint = t.Endpoint is null ? null : "GET /api/orders" })).Findings.Count(f =>
                f.Code is "Q12.success" or "Q12.refusal" or "Q12.error"));

    [Fact]
    public void EndpointThatCannotFail_NeedsNoTestOfAnError() => Judge(Failing(TestAspects.Success | TestAspects.Refusal)).Passes("Q12");

    [Fact]
    public void EndpointThatIsNotOpen_NeedsATestOfRefusalWhateverItSaysOfErrors() =>
        Judge(Failing(TestAspects.Success)).Finds("Q12.refusal", File, Endpoint, specialist: "api");

    [Fact]
    public void EndpointThatIsOpenToday_NeedsNoTestOfRefusal()
    {
        var plan = Failing(TestAspects.Success);

        Judge(plan with
        {
            Grounding = plan.Grounding with
            {
                Endpoints = [
            .. plan.Grounding.Endpoints,
            new EndpointFact("POST", "/api/orders/{orderId}/returns", "src/Shop/OrdersEndpoints.cs", 20, "Post") { Access = "[AllowAnonymous]" },
        ]
            }
        }).Passes("Q12");
    }

    [Fact]
    public void MigrationThatNoTaskWithATestMakes_IsFound() =>
        Judge(WithTask("T001", t => t with { Tests = [] })).Finds("Q12.migration", File, "order_returns", specialist: "database");

    [Theory]
    [InlineData(TestAspects.Apply, "Q12.apply")]
    [InlineData(TestAspects.Rollback, "Q12.rollback")]
    public void MigrationOfWhichNoTestShowsAWay_IsFound(TestAspects missing, string code) =>
        Judge(WithTests(t => t with { Aspects = t.Aspects & ~missing })).Finds(code, File, "db/009_order_returns.up.sql", specialist: "database");

    [Fact]
    public void TestOfAnotherTask_ShowsNothingOfAMigration()
    {
        var plan = WithTask("T001", t => t with { Tests = ["V002"] });

        Assert.Equal(
            ["Q12.apply", "Q12.rollback"],
            Report(plan).Findings.Select(f => f.Code).Where(c => c.StartsWith("Q12.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MigrationThatSaysWhyItCannotBeUndone_NeedsNoTestOfItsRollback()
    {
        var plan = WithOpinion(
            "database",
            o => o.Redesigned<SchemaDesign>(d => d with { Migrations = [d.Migrations[0] with { Irreversible = "The rows are gone." }] }));

        Judge(plan with { Tests = [.. plan.Tests.Select(t => t with { Aspects = t.Aspects & ~TestAspects.Rollback })] }).Passes("Q12");
    }

    [Theory]
    [InlineData]
    [InlineData(" ")]
    public void TaskThatNobodyCanVerify_IsFound(params string[] commands) =>
        Judge(WithTask("T003", t => t with { Verification = commands })).Finds("Q12.unverified", File, "T003", specialist: "service");

    [Fact]
    public void TaskWithoutAReasonForLookingByHand_IsFound() =>
        Judge(WithTask("T003", t => t with { Verification = [], ManualVerification = " " })).Finds("Q12.unverified", File, "T003", specialist: "service");

    [Fact]
    public void TaskThatSaysWhyItIsLookedAtByHand_IsFine() =>
        Judge(WithTask("T003", t => t with { Verification = [], ManualVerification = "Nothing runs here: ask Ben." })).Passes("Q12");

    private static Plan WithTests(Func<PlanTest, PlanTest> change) => Sound with { Tests = [.. Sound.Tests.Select(change)] };

    /// <summary>An endpoint that states no error, and tests that show so much.</summary>
    private static Plan Failing(TestAspects shown)
    {
        var plan = WithOpinion("api", o => o.Redesigned<ApiDesign>(d => d with { Endpoints = [d.Endpoints[0] with { Errors = [] }] }));
        return plan with { Tests = [.. plan.Tests.Select(t => t.Endpoint is null ? t : t with { Aspects = t.Aspects & shown })] };
    }
}
