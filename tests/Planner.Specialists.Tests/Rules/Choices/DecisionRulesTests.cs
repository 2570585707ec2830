using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Choices;

public sealed class DecisionRulesTests
{
    [Theory]
    [InlineData("A", "src/Clinic/Visits/ReferralService.cs", ChangeKind.Add)]
    [InlineData("B", "src/Clinic/Visits/VisitService.cs", ChangeKind.Modify)]
    public async Task Decision_about_the_home_says_where_the_rules_stand(string option, string file, ChangeKind change)
    {
        var open = (await Fixtures.Referral().Ask("service")).Decisions.First(d => d.Id == "service/decide-service-home");
        var opinion = await (Fixtures.Referral() with { Decisions = [Fixtures.Settled(open, option)] }).Ask("service");

        Assert.DoesNotContain(opinion.Decisions, d => d.Title == open.Title);
        Assert.Contains(opinion.Tasks, t => t.Satisfies.Contains("TD001") && t.Files.Contains(new FileChange(file, change)));
    }

    [Theory]
    [InlineData("A", false)]
    [InlineData("B", true)]
    public async Task Outbox_decision_brings_its_table_and_worker(string option, bool outbox)
    {
        var round = Sent(Fixtures
            .Clinic()
            .Type("ISpecialtyGateway", "src/Clinic/Visits/ISpecialtyGateway.cs", "interface", methods: ["Task AskAsync(long id, CancellationToken ct)"]));
        var open = (await round.Ask("service")).Decisions.First(d => d.Id == "service/decide-external-call");
        var decided = round with { Decisions = [Fixtures.Settled(open, option)] };
        var opinions = await decided.Ask();

        Assert.Equal(outbox, opinions[0].Design<SchemaDesign>()!.Migrations.Any(m => m.Name == "create_outbox_messages"));
        Assert.Equal(outbox, opinions[2].Tasks.Any(t => t.Id == "service/outbox-worker"));
        Assert.Empty(OpinionRules.Broken(decided, opinions));
    }

    [Theory]
    [InlineData("WebClinicPusher", false)]
    [InlineData("HttpClient", true)]
    public async Task Provider_is_an_outside_call_only_where_something_of_it_leaves_the_process(string reaches, bool asked)
    {
        var code = Fixtures.Clinic().Type(
            "SpecialtyProvider",
            "src/Clinic/Visits/SpecialtyProvider.cs",
            reaches: reaches == "HttpClient" ? [reaches] : [],
            uses: reaches == "HttpClient" ? [] : [reaches]);
        var opinion = await Sent(code).Ask("service");

        Assert.Equal(asked, opinion.Decisions.Any(d => d.Id == "service/decide-external-call"));
    }

    [Fact]
    public async Task Ticket_that_sends_nothing_raises_no_outside_call_although_it_shares_a_word()
    {
        var opinion = await Fixtures
            .Referral(Fixtures.Clinic().Type("SpecialtyProvider", "src/Clinic/Visits/SpecialtyProvider.cs", reaches: ["HttpClient"]))
            .Ask("service");

        Assert.DoesNotContain(opinion.Decisions, d => d.Id == "service/decide-external-call");
    }

    [Fact]
    public async Task Options_of_an_architecture_decision_are_drawn_with_what_is_there_and_what_is_new()
    {
        var home = (await Fixtures.Referral().Ask("service")).Decisions.First(d => d.Id == "service/decide-service-home");

        Assert.Equal("Architecture", home.Category);
        Assert.Contains(new SketchPart("ReferralService", PartKind.Type, IsNew: true), home.Options[0].Sketch!.Parts);
        Assert.Contains(new SketchPart("VisitService", PartKind.Type, IsNew: false), home.Options[1].Sketch!.Parts);
        Assert.Contains(home.Options[0].Sketch!.Arrows, a => a is { From.Name: "VisitService", To: { Name: "visits", IsNew: false } });
        Assert.All(home.Options, o => Assert.NotEqual("", o.BestFor));
    }

    [Fact]
    public async Task Options_spelled_out_in_the_ticket_become_a_decision()
    {
        var round = PanelRound.About(Fixtures.Clinic().Found("VisitService", MentionKind.Type),
            "### 1. Where is the total kept?\n\n- Option A: computed by `VisitService` on each call.\n- Option B: a constraint trigger in the database. "
                + "Quick to read.",
            "`VisitService` returns the total.");
        var decision = Assert.Single((await round.Ask("service")).Decisions);

        Assert.Equal("Where is the total kept?", decision.Title);
        Assert.Equal("A", decision.Recommendation);
        Assert.Contains("src/Clinic/Visits/VisitService.cs:5", decision.Options[0].Pros[0], StringComparison.Ordinal);
        Assert.All(decision.Options, o => Assert.Null(o.Sketch));
    }

    /// <summary>Referrals that are told to a specialty outside.</summary>
    internal static PanelRound Sent(GroundingBuilder code) => PanelRound.About(
        code.New("referrals", MentionKind.Table, "visit_id bigint!", "specialty text!")
            .New("POST /api/visits/{visitId}/referrals", MentionKind.Endpoint)
            .Found("visits", MentionKind.Table),
        "A table `referrals` with `visit_id` and `specialty`.",
        "`POST /api/visits/{visitId}/referrals` stores a row in `referrals` and answers 201.",
        "A stored referral is sent to its specialty.");

    [Theory]
    [InlineData("DELETE /api/patients/{id}", "patients")]
    [InlineData("DELETE /api/patients/{id}/visits/{visitId}", "visits")]
    [InlineData("DELETE /api/job-watermarks/{job}", "job_watermarks")]
    [InlineData("DELETE /api/batch/watermarks/{job}", "job_watermarks")]
    [InlineData("DELETE /api/patients/{id}/notes/{noteId}", null)]
    public async Task What_a_new_address_deletes_is_told_by_its_last_name(string endpoint, string? table)
    {
        var opinion = await PanelRound.About(Fixtures.Clinic().New(endpoint, MentionKind.Endpoint), "x", $"A clerk deletes it by `{endpoint}`.").Ask("service");

        Assert.Equal(
            table is null ? null : $"Does `{endpoint}` remove the row of `{table}` or mark it?",
            opinion.Decisions.FirstOrDefault(d => d.Id == "service/decide-deletion")?.Title);
    }
}
