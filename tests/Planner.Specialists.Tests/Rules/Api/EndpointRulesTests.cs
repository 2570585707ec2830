using Planner.Core.Opinions;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Api;

public sealed class EndpointRulesTests
{
    [Fact]
    public async Task Endpoint_is_shaped_by_table_sibling_and_criteria()
    {
        var endpoint = (await Fixtures.Referral().Ask("api")).Design<ApiDesign>()!.Endpoints[0];

        Assert.Equal((201, "src/Clinic.Api/VisitEndpoints.cs"), (endpoint.SuccessStatus, endpoint.File));
        Assert.Equal(["fee", "specialty"], endpoint.Request.Select(f => f.Name));
        Assert.Contains(endpoint.Errors, e => e.Status == 409 && e.When.StartsWith("AC2", StringComparison.Ordinal));
        Assert.Contains("src/Clinic.Api/VisitEndpoints.cs:", endpoint.Authorization, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A visit can be deleted over the API.", "DELETE /api/visits/{visitId}", ChangeKind.Add)]
    [InlineData("Visits can be created over the API with a fee.", "POST /api/visits", ChangeKind.Modify)]
    public async Task Operation_that_is_asked_of_the_api_in_words_finds_its_route(string criterion, string endpoint, ChangeKind change)
    {
        var round = PanelRound.About(Fixtures.Clinic(), "x", criterion);
        var opinion = await round.Ask("api");

        var planned = Assert.Single(opinion.Design<ApiDesign>()!.Endpoints);
        Assert.Equal((endpoint, change, "src/Clinic.Api/VisitEndpoints.cs"), ($"{planned.Method} {planned.Route}", planned.Change, planned.File));
    }

    [Fact]
    public async Task Contract_in_parts_is_changed_in_the_part_with_the_nearest_routes()
    {
        var code = Fixtures.Clinic().File("api/main.json").File("api/rooms.json").File("api/visits.json").Conventions(c => c with
        {
            Contracts = [new("api/main.json", []), new("api/rooms.json", ["GET /api/rooms/{roomId}"]), new("api/visits.json", ["GET /api/visits/{id}"])],
        });
        var opinion = await PanelRound.About(code, "x", "A visit can be deleted over the API.").Ask("api");

        Assert.Equal("api/visits.json", opinion.Design<ApiDesign>()!.OpenApiDocument);
    }

    [Fact]
    public async Task What_an_endpoint_states_about_callers_is_taken_over_by_the_one_beside_it()
    {
        var round = PanelRound.About(Fixtures.Clinic(), "x", "A visit can be deleted over the API.");
        var guarded = round.Grounding.Endpoints.Select(e => e with { Access = "Authorize(Policy = \"Desk\")" });
        var opinion = await (round with { Grounding = round.Grounding with { Endpoints = [.. guarded] } }).Ask("api");

        var endpoint = Assert.Single(opinion.Design<ApiDesign>()!.Endpoints);
        Assert.Contains("which states `Authorize(Policy = \"Desk\")`", endpoint.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoint_that_changes_things_takes_over_the_rule_of_one_that_changes_things()
    {
        var round = PanelRound.About(Fixtures.Clinic(), "x", "A visit can be deleted over the API.");
        var guarded = round.Grounding.Endpoints.Select(e => e with { Access = e.Method == "GET" ? "Authorize(\"See\")" : "Authorize(\"Change\")" });
        var opinion = await (round with { Grounding = round.Grounding with { Endpoints = [.. guarded] } }).Ask("api");

        Assert.Contains("which states `Authorize(\"Change\")`", Assert.Single(opinion.Design<ApiDesign>()!.Endpoints).Authorization, StringComparison.Ordinal);
    }
}
