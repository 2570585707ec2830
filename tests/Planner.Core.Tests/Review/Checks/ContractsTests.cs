using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reports;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class ContractsTests
{
    private const string Contract = "contracts/openapi.yaml";

    [Fact]
    public void SoundContract_Passes() => Assert.Equal(CheckStatus.Passed, Report(Sound).Checks.Single(c => c.Id == "Q5").Status);

    [Theory]
    [InlineData("paths:", "paths: [", "Q5.parse")]
    [InlineData("operationId: createOrderReturn", "operationId: *all", "Q5.parse")]
    [InlineData("openapi: \"3.0.3\"", "openapi: \"2.0\"", "Q5.version")]
    [InlineData("  version: SHOP-101\n", "", "Q5.info")]
    [InlineData("\"/api/orders/{id}/returns\":", "api/orders/{id}/returns:", "Q5.paths")]
    [InlineData("operationId: createOrderReturn", "operationId: \"\"", "Q5.operation-id")]
    [InlineData("schemas/CreateOrderReturnRequest", "schemas/Nowhere", "Q5.reference")]
    [InlineData("\"201\":", "\"302\":", "Q5.success")]
    [InlineData("\"404\":", "\"504\":", "Q5.errors")]
    [InlineData("\"404\":", "\"4xx\":", "Q5.response")]
    [InlineData("name: id\n        in: path", "name: other\n        in: path", "Q5.parameter")]
    [InlineData("in: path", "in: body", "Q5.parameter")]
    [InlineData("x-change: add", "security: [{ nobody: [] }]\n      x-change: add", "Q5.security")]
    [InlineData("required: [reason]", "required: [cause]", "Q5.schema")]
    [InlineData("reason:\n          type: string", "reason:\n          type: text", "Q5.schema")]
    [InlineData("openapi: \"3.0.3\"", "openapi: \"3.9.0\"", "Q5.version")]
    [InlineData("paths:", "paths: 3\nx-paths:", "Q5.paths")]
    [InlineData("paths:", "pathes: {}\npaths:", "Q5.document")]
    [InlineData("#/components/schemas/CreateOrderReturnRequest", "https://example.com/openapi.yaml#/a", "Q5.reference")]
    [InlineData("required: true", "required: maybe", "Q5.parse")]
    public void BrokenContract_IsFound(string from, string to, string code) => AssertFinds(code, Report(Sound, s => s.Edited(Contract, from, to)), "api");

    [Fact]
    public void EndpointThatOnlyThePageHas_IsFound() =>
        AssertFinds(
            "Q5.missing",
            Report(Sound, s => s.Edited("API_CHANGES.md", "| `POST /api/orders/{id}/returns` |", "| `PUT /api/orders/{id}/returns` |")),
            "api");

    [Fact]
    public void EndpointThatOnlyTheContractHas_IsFound() =>
        AssertFinds("Q5.extra", Report(Sound, s => s.Edited(Contract, "    post:", "    put:")), "api");

    [Fact]
    public void OperationIdGivenTwice_IsFound() =>
        AssertFinds("Q5.operation-id", Report(Sound, s => s.Edited(Contract, "    post:", "    get:\n      operationId: createOrderReturn\n    post:")), "api");

    [Fact]
    public void SamePathUnderTwoNamesOfItsParameter_IsFound() =>
        AssertFinds("Q5.paths", Report(Sound, s => s.Edited(Contract, "components:", "  \"/api/orders/{orderId}/returns\":\n    get: {}\ncomponents:")), "api");

    [Fact]
    public void PageWithoutItsContract_IsFound() =>
        AssertFinds("Q5.absent", Report(Sound, s => s with { Files = [.. s.Files.Where(f => f.Path != Contract)] }), "api");

    [Fact]
    public void ChangeOfAKnownEndpointThatNobodySpeaksOf_Warns()
    {
        var known = Sound.Grounding.Inventory with { Endpoints = [.. Sound.Grounding.Inventory.Endpoints, "POST /api/orders/{id}/returns"] };
        var plan = WithOpinion("api", o => o.Redesigned<ApiDesign>(d => d with { Endpoints = [d.Endpoints[0] with { Change = ChangeKind.Modify }] }));

        AssertFinds("Q5.breaking", Report(plan with { Grounding = plan.Grounding with { Inventory = known } }), "api");
    }

    [Fact]
    public void PlanWithoutEndpoints_LeavesTheCheckNotRun() =>
        Assert.Equal(
            CheckStatus.NotRun,
            Report(Sound with { Opinions = [.. Sound.Opinions.Where(o => o.Specialist != "api")] }).Checks.Single(c => c.Id == "Q5").Status);
}
