using System.Text.Json.Nodes;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Contracts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Artifacts.Contracts;

public sealed class OpenApiTests
{
    private const string Route = "/api/orders/{id}/returns";

    [Fact]
    public void GuardedEndpoint_AsksForWhatThePlanNames()
    {
        var contract = Contract(e => e with { Errors = [new(401, "unauthenticated", "Nobody is signed in.")] });

        Assert.NotNull(contract["paths"]![Route]!["post"]!["security"]![0]!["bearer"]);
        Assert.Equal("http", (string?)contract["components"]!["securitySchemes"]!["bearer"]!["type"]);
    }

    [Fact]
    public void RuleWithFigures_BecomesABoundThatProgramsCheck()
    {
        var contract = Contract(e => e with
        {
            Request =
            [
                new("reason", "string", null, Required: true, "one of damaged, wrong_item", "damaged"),
                new("note", "string", null, Required: false, "at most 200 characters", "torn"),
                new("items", "array", null, Required: true, "1 to 50 items", """[{"id":1}]"""),
                new("quantity", "integer", "int32", Required: true, "quantity > 0", "2"),
            ],
        });

        var fields = contract["components"]!["schemas"]!["CreateOrderReturnRequest"]!["properties"]!;
        Assert.Equal(["damaged", "wrong_item"], fields["reason"]!["enum"]!.AsArray().Select(v => (string?)v));
        Assert.Equal(200, (decimal)fields["note"]!["maxLength"]!);
        Assert.Equal(50, (decimal)fields["items"]!["maxItems"]!);
        Assert.Equal("integer", (string?)fields["items"]!["items"]!["properties"]!["id"]!["type"]);
        Assert.True((bool)fields["quantity"]!["exclusiveMinimum"]!);
    }

    [Fact]
    public void FieldsOfACallWithoutBody_AreQueryParameters()
    {
        var contract = Contract(e => e with { Method = "GET", ListsResponse = true });

        var operation = contract["paths"]![Route]!["get"]!;
        Assert.Equal(["id", "reason"], operation["parameters"]!.AsArray().Select(p => (string?)p!["name"]));
        Assert.Null(operation["requestBody"]);
        Assert.Equal("array", (string?)operation["responses"]!["201"]!["content"]!["application/json"]!["schema"]!["type"]);
    }

    [Theory]
    [InlineData("GET", "/api/orders", "listOrders")]
    [InlineData("GET", "/api/v2/orders/{id}", "getOrder")]
    [InlineData("POST", "/api/orders/{id}/cancel", "cancelOrder")]
    [InlineData("DELETE", "/categories/{categoryId}", "deleteCategory")]
    [InlineData("PUT", "/api/user-settings", "replaceUserSetting")]
    [InlineData("GET", "/", "getRoot")]
    public void Operation_IsNamedByMethodAndRoute(string method, string route, string name) =>
        Assert.Equal([name, name + "2"], OperationIds.Of([Endpoint with { Method = method, Route = route }, Endpoint with { Method = method, Route = route }]));

    [Theory]
    [InlineData("true")]
    [InlineData("17")]
    [InlineData("null")]
    [InlineData("a: b # c")]
    [InlineData("- x")]
    [InlineData("two\nlines")]
    [InlineData("it's {odd} [here] & *there* !now % @you `code` \"quoted\" \\ ")]
    [InlineData("")]
    public void Text_StaysTheSameTextInYaml(string text)
    {
        var tree = new JsonObject { ["a"] = text, [text.Length == 0 ? "empty" : text] = new JsonArray(text, 1.5m, true, null) };

        var read = YamlText.Read(YamlText.Of(tree));

        Assert.True(JsonNode.DeepEquals(tree, read), read.ToJsonString());
    }

    [Fact]
    public void DeepNesting_IsRefused() =>
        Assert.Throws<UnreadableYamlException>(() => YamlText.Read("a: " + new string('[', 2000) + new string(']', 2000)));

    private static EndpointChange Endpoint => ReturnsPanel.Api.Design<ApiDesign>()!.Endpoints[0];

    private static JsonObject Contract(Func<EndpointChange, EndpointChange> change)
    {
        var plan = PlanAssembler.Assemble(SettledPlans.Provisional());
        var changed = plan with
        {
            Opinions =
            [.. plan.Opinions.Select(o => o.Specialist == "api" ? o.Redesigned<ApiDesign>(d => d with { Endpoints = [change(d.Endpoints[0])] }) : o)]
        };
        return YamlText.Read(ArtifactComposer.Compose(changed).Text("contracts/openapi.yaml")!);
    }
}
