using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class GroundingCheckTests
{
    private const string File = "tasks.json";

    [Fact]
    public void SoundPlan_PassesWithNoPhantomReference()
    {
        Judge(Sound).Passes("Q3");
        Assert.Matches("^0 of [1-9][0-9]* references lead nowhere\\.$", Judge(Sound).Reason("Q3"));
    }

    [Fact]
    public void PhantomReference_IsCounted() =>
        Assert.StartsWith("1 of ", Judge(WithTask("T003", t => t with { Tables = ["ghosts"] })).Reason("Q3"), StringComparison.Ordinal);

    [Theory]
    [InlineData(ChangeKind.Modify)]
    [InlineData(ChangeKind.Delete)]
    public void ChangeOfAFileThatIsNotThere_IsFound(ChangeKind change) =>
        Judge(WithTask("T003", t => t with { Files = [new("src/Shop/Ghost.cs", change)] })).Finds("Q3.phantom-path", File, "T003", specialist: "service");

    [Fact]
    public void AddingAFileThatIsThere_IsFound() =>
        Judge(WithTask("T003", t => t with { Files = [new("src/Shop/OrderService.cs", ChangeKind.Add)] })).Finds(
            "Q3.exists",
            File,
            "T003",
            specialist: "service");

    [Fact]
    public void AddingAFileThatAnEarlierTaskAdds_IsFound() =>
        Judge(WithTask("T003", t => t with { Files = [new("db/009_order_returns.up.sql", ChangeKind.Add)] })).Finds(
            "Q3.added-twice",
            File,
            "T003",
            specialist: "service");

    [Fact]
    public void ChangeOfAFileThatAnEarlierWaveAdds_IsFine() =>
        Judge(WithTask("T003", t => t with { Files = [new("db/009_order_returns.up.sql", ChangeKind.Modify)] })).Passes("Q3");

    [Fact]
    public void ChangeOfAFileThatALaterWaveAdds_IsFound()
    {
        var plan = WithTask("T004", t => t with { Files = [.. t.Files, new("src/Shop/Returns.cs", ChangeKind.Add)] });

        Judge(plan with
        {
            Tasks = [.. plan.Tasks.Select(t => t.Id == "T001" ? t with { Files = [.. t.Files, new("src/Shop/Returns.cs", ChangeKind.Modify)] } : t)],
        })
            .Finds("Q3.phantom-path", File, "T001", specialist: "database");
    }

    [Fact]
    public void ChangeOfAFileThatOnlyAContingentTaskAdds_IsFound()
    {
        var plan = WithTask("T001", t => t with { Files = [.. t.Files, new("src/Shop/Returns.cs", ChangeKind.Add)] });

        Assert.Contains(
            Report(plan with
            {
                Tasks = [.. plan.Tasks.Select(t => t.Id == "T001"
                ? t with { Contingent = true }
                : t.Id == "T003" ? t with { Files = [new("src/Shop/Returns.cs", ChangeKind.Modify)] } : t)]
            }).Findings,
            f => f is { Code: "Q3.phantom-path", Id: "T003", Line: > 0 });
    }

    [Fact]
    public void TableThatNobodyCreates_IsFound() =>
        Judge(WithTask("T003", t => t with { Tables = ["ghosts"] })).Finds("Q3.phantom-table", File, "T003", specialist: "service");

    [Theory]
    [InlineData("order_returns")]
    [InlineData("public.order_returns")]
    [InlineData("\"order_returns\"")]
    public void TableThatAnEarlierTaskCreates_IsFine(string table) => Judge(WithTask("T003", t => t with { Tables = [table] })).Passes("Q3");

    [Fact]
    public void TableThatALaterTaskCreates_IsFound() =>
        Judge(Sound with
        {
            Tasks =
            [.. Sound.Tasks.Select(t => t.Id == "T001" ? t with { Wave = 9, Tables = [] } : t.Id == "T003" ? t with { Tables = ["order_returns"] } : t)]
        })
            .Finds("Q3.too-early", File, "T003", specialist: "service");

    [Fact]
    public void TableOfAMigrationThatNoTaskApplies_IsFound() =>
        Assert.Contains(
            Report(WithTask("T001", t => t with { Files = [] })).Findings,
            f => f is { Code: "Q3.phantom-table", Artifact: File, Id: "T001", Line: > 0 });

    [Fact]
    public void EndpointThatNobodyAdds_IsFound() =>
        Judge(WithTask("T004", t => t with { Endpoints = ["GET /ghosts"] })).Finds("Q3.phantom-endpoint", File, "T004", specialist: "api");

    [Fact]
    public void EndpointThatALaterTaskAdds_IsFound() =>
        Judge(WithTask("T001", t => t with { Endpoints = ["POST /api/orders/{id}/returns"] })).Finds("Q3.too-early", File, "T001", specialist: "database");

    [Theory]
    [InlineData("GET /api/orders/{orderId}")]
    [InlineData("GET /api/orders/{id:int}/")]
    public void RouteWithAnotherParameterName_IsTheSameEndpoint(string endpoint) =>
        Judge(WithTask("T004", t => t with { Endpoints = [endpoint] })).Passes("Q3");

    [Fact]
    public void EndpointThatOnlyAContractDescribes_IsKnown()
    {
        var contract = new ContractFact("openapi.yaml", ["GET /api/carts"]);
        var grounding = Sound.Grounding with { Conventions = Sound.Grounding.Conventions with { Contracts = [contract] } };

        Judge(WithTask("T004", t => t with { Endpoints = ["GET /api/carts"] }) with { Grounding = grounding }).Passes("Q3");
    }

    [Fact]
    public void TestOfAnEndpointThatIsNotThere_IsFound() =>
        Judge(Sound with { Tests = [.. Sound.Tests.Select(t => t.Id == "V001" ? t with { Endpoint = "GET /ghosts" } : t)] }).Finds(
            "Q3.phantom-endpoint",
            File,
            "V001",
            specialist: "database");

    [Fact]
    public void TestInAFileThatIsNotThere_IsFound() =>
        Judge(Sound with { Tests = [.. Sound.Tests.Select(t => t.Id == "V001" ? t with { File = "tests/Ghost.cs" } : t)] }).Finds(
            "Q3.phantom-path",
            File,
            "V001",
            specialist: "database");

    [Fact]
    public void TestInAFileThatATaskAdds_IsFine() =>
        Judge(Sound with { Tests = [.. Sound.Tests.Select(t => t.Id == "V001" ? t with { File = "db/009_order_returns.up.sql" } : t)] }).Passes("Q3");
}
