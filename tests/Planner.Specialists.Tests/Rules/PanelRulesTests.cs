using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text;
using Planner.Core.Tickets;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules;

public sealed class PanelRulesTests
{
    [Fact]
    public async Task Feature_keeps_every_rule_of_opinions()
    {
        var round = Fixtures.Referral();

        Assert.Empty(OpinionRules.Broken(round, await round.Ask()));
    }

    [Fact]
    public async Task Same_consultation_gives_the_same_bytes() =>
        Assert.Equal(PlanJson.Artifact(await Fixtures.Referral().Ask()), PlanJson.Artifact(await Fixtures.Referral().Ask()));

    [Fact]
    public async Task New_types_stand_beside_their_neighbours()
    {
        var added = (await (await OwnService()).Ask("service")).Tasks.SelectMany(t => t.Files).Where(f => f.Change == ChangeKind.Add).Select(f => f.Path);

        Assert.Equal(
            [
                "src/Clinic.Data/ReferralRepository.cs", "src/Clinic/Visits/IReferralRepository.cs", "src/Clinic/Visits/IReferralService.cs",
                "src/Clinic/Visits/Referral.cs", "src/Clinic/Visits/ReferralService.cs", "tests/Clinic.Tests/Visits/ReferralServiceTests.cs",
            ],
            added.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Members_follow_the_neighbours_style()
    {
        var service = (await (await OwnService()).Ask("service")).Design<ServiceDesign>()!.Services.First(s => s.Type == "ReferralService");

        Assert.Equal("Task<Referral> CreateAsync(long visitId, decimal fee, string specialty, CancellationToken ct)", service.Members[0].Signature);
        Assert.Contains("VisitNotFoundException: the row is not there", service.Members[0].Errors);
    }

    [Fact]
    public async Task Verification_comes_from_conventions_only()
    {
        var opinions = await Fixtures.Referral().Ask();

        Assert.All(opinions.SelectMany(o => o.Tasks).SelectMany(t => t.Verification), c => Assert.Equal("dotnet test Clinic.sln", c));
    }

    [Fact]
    public async Task Endpoint_is_shaped_by_table_sibling_and_criteria()
    {
        var endpoint = (await Fixtures.Referral().Ask("api")).Design<ApiDesign>()!.Endpoints[0];

        Assert.Equal((201, "src/Clinic.Api/VisitEndpoints.cs"), (endpoint.SuccessStatus, endpoint.File));
        Assert.Equal(["fee", "specialty"], endpoint.Request.Select(f => f.Name));
        Assert.Contains(endpoint.Errors, e => e.Status == 409 && e.When.StartsWith("AC2", StringComparison.Ordinal));
        Assert.Contains("src/Clinic.Api/VisitEndpoints.cs:", endpoint.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_bug_gives_one_task_of_the_service_specialist_alone()
    {
        var round = Bug();
        var opinions = await round.Ask();

        Assert.Equal(["service"], opinions.Where(o => o.Applies).Select(o => o.Specialist));
        var task = Assert.Single(opinions[2].Tasks);
        Assert.Equal(["src/Clinic/Visits/VisitService.cs", "tests/Clinic.Tests/Visits/VisitServiceTests.cs"], task.Files.Select(f => f.Path));
        Assert.Empty(opinions[2].Decisions);
        Assert.True(opinions[2].Confidence >= 8, opinions[2].Rationale);
    }

    [Fact]
    public async Task Name_that_was_not_found_is_a_gap_that_research_fills()
    {
        var round = PanelRound.About(
            Fixtures.Clinic().Found("VisitService", MentionKind.Type).Unknown("FeeTable"),
            "`FeeTable` matters.",
            "`VisitService` rounds fees.");
        var before = await round.Ask("service");
        var after = await (round with { Research = [new ResearchNote("FeeTable", "It is a page of the handbook.", "docs/fees.md:3")] }).Ask("service");

        Assert.Contains(before.Gaps, g => g.Subject == "FeeTable");
        Assert.True(before.Confidence < 8, before.Rationale);
        Assert.Empty(after.Gaps);
        Assert.True(after.Confidence >= 8, after.Rationale);
        Assert.Contains("docs/fees.md:3", after.Evidence);
    }

    [Fact]
    public async Task Path_that_the_review_calls_wrong_is_taken_out()
    {
        const string path = "src/Clinic/Visits/VisitService.cs";
        var opinion = await (Bug() with
        {
            Findings = [new Finding("Q3.phantom", Severity.Error, "tasks.json", 0, "T001", $"The file {path} does not exist.")],
        }).Ask("service");

        Assert.DoesNotContain(opinion.Tasks.SelectMany(t => t.Files), f => f.Path == path);
    }

    [Fact]
    public async Task Vague_wish_is_not_rated_sure()
    {
        var round = PanelRound.About(Fixtures.Library(), "", "The site should be nicer.") with
        {
            Criteria = new FrozenCriteria([new("AC1", "The site should be nicer.")], "", Derived: true),
        };
        var opinions = await round.Ask();

        Assert.All(opinions.Where(o => o.Applies), o => Assert.True(o.Confidence < 8, o.Rationale));
        Assert.Empty(OpinionRules.Broken(round, opinions));
    }

    [Fact]
    public async Task Controllers_without_sql_get_a_controllers_file_and_no_migrations()
    {
        var code = Fixtures.Library().New("POST /Books/{id}/extend", MentionKind.Endpoint).Found("LendingManager", MentionKind.Type);
        var round = PanelRound.About(code, "Readers extend a lending.", "`POST /Books/{id}/extend` extends the lending by 14 days through `LendingManager`.");
        var opinions = await round.Ask();

        Assert.False(opinions[0].Applies);
        Assert.Equal("Library.Web/Controllers/BooksController.cs", opinions[3].Design<ApiDesign>()!.Endpoints[0].File);
        Assert.Contains(opinions[2].Tasks.SelectMany(t => t.Files), f => f.Path == "Library.Web/Lending/LendingManager.cs");
        Assert.Empty(OpinionRules.Broken(round, opinions));
    }

    [Fact]
    public async Task Empty_code_base_still_gives_every_criterion_a_home_and_little_confidence()
    {
        var round = PanelRound.About(new GroundingBuilder(), "", "Somebody can do something.");
        var opinions = await round.Ask();

        Assert.Empty(OpinionRules.Broken(round, opinions));
        Assert.True(opinions.Where(o => o.Applies).Max(o => o.Confidence) < 8);
    }

    private static async Task<PanelRound> OwnService()
    {
        var open = (await Fixtures.Referral().Ask("service")).Decisions.First(d => d.Id == "service/decide-service-home");
        return Fixtures.Referral() with { Decisions = [Fixtures.Settled(open, "A")] };
    }

    private static PanelRound Bug()
    {
        var round = PanelRound.About(
            Fixtures.Clinic().Found("VisitService", MentionKind.Type),
            "`VisitService.TotalFeeAsync` is wrong.",
            "`VisitService` sums all fees in `TotalFeeAsync`.");
        return round with { Ticket = round.Ticket with { Type = "Bug" } };
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

    [Fact]
    public async Task Criterion_about_a_permission_is_at_home_where_permissions_are_said()
    {
        var code = Fixtures.Clinic().Type("VisitPolicies", "src/Clinic/Visits/VisitPolicies.cs");
        var opinion = await PanelRound.About(code, "x", "A visit can be reached with only the permission to manage visits.").Ask("service");

        Assert.Contains(opinion.Tasks, t => t.Files.Any(f => f.Path == "src/Clinic/Visits/VisitPolicies.cs"));
    }

    [Fact]
    public async Task What_keeps_working_is_shown_by_whoever_changes_most()
    {
        var code = Fixtures.Clinic().Found("GET /api/visits/{visitId}", MentionKind.Endpoint, "GET /api/visits/{visitId}");
        var round = PanelRound.About(
            code,
            "x",
            "A single id keeps working as today.",
            "`GET /api/visits/{visitId}` takes several ids.",
            "A request without an id is answered with 400.");
        var opinions = await round.Ask();

        Assert.Contains(opinions.Single(o => o.Specialist == "api").Tests, t => t.Covers.Contains("AC1"));
        Assert.DoesNotContain(opinions, o => o.Specialist == "service" && o.Applies);
    }
}
