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

    private static PanelRound Bug()
    {
        var round = PanelRound.About(
            Fixtures.Clinic().Found("VisitService", MentionKind.Type),
            "`VisitService.TotalFeeAsync` is wrong.",
            "`VisitService` sums all fees in `TotalFeeAsync`.");
        return round with { Ticket = round.Ticket with { Type = "Bug" } };
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
