using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules;

public sealed class JudgingRulesTests
{
    [Fact]
    public async Task Feature_with_all_specialists_keeps_every_rule_of_opinions()
    {
        var round = Keyed();

        Assert.Empty(OpinionRules.Broken(round, await round.Ask()));
    }

    [Fact]
    public async Task Bug_is_left_to_who_mends_it()
    {
        var round = PanelRound.About(
            Fixtures.Clinic().Found("VisitService", MentionKind.Type),
            "`VisitService.TotalFeeAsync` is wrong.",
            "`VisitService` sums all fees of the last 30 days at most.");
        var opinions = await (round with { Ticket = round.Ticket with { Type = "Bug" } }).Ask();

        Assert.Equal(["service"], opinions.Where(o => o.Applies).Select(o => o.Specialist));
        Assert.Equal(opinions.Count, opinions.Select(o => o.Rationale).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Key_of_the_caller_is_bound_to_the_caller()
    {
        var security = await Keyed().Ask("security");

        Assert.Contains(security.Tests, t => t.Title.Contains("`Idempotency-Key` of somebody else's request", StringComparison.Ordinal) && t.File is not null);
        Assert.Contains(security.Risks, r => r.Id == "security/risk-stolen-key" && r.Tasks.Any(t => t.StartsWith("api/", StringComparison.Ordinal)));
        Assert.Contains(security.Questions, q => q.Text.Contains("comes with another body", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Repeated_post_without_a_key_is_a_risk_of_its_endpoint()
    {
        var risk = Assert.Single((await Fixtures.Referral().Ask("security")).Risks, r => r.Id == "security/risk-repeated");

        Assert.Contains("`POST /api/visits/{visitId}/referrals`", risk.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoint_of_which_nobody_says_who_may_call_is_asked_and_not_rated_full()
    {
        var security = await Fixtures.Referral().Ask("security");

        Assert.Contains(security.Questions, q => q.Text == "Who may call `POST /api/visits/{visitId}/referrals`?");
        Assert.Equal(8, security.Confidence);
    }

    [Fact]
    public async Task Columns_about_people_are_named_with_a_question_about_keeping_them()
    {
        var code = Fixtures.Clinic().New("contacts", MentionKind.Table, "visit_id bigint!", "email text!", "phone text");
        var security = await PanelRound
            .About(code, "A table `contacts` with `visit_id`, `email` and `phone`.", "The table `contacts` holds who is called, through `VisitService`.")
            .Ask("security");

        Assert.Contains(security.Risks, r => r.Title.StartsWith("`contacts.email` and `contacts.phone`", StringComparison.Ordinal));
        Assert.Contains(security.Questions, q => q.Text.Contains("`contacts`", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stated_times_are_measured_with_the_ticket_s_own_figures()
    {
        var performance = await Timed().Ask("performance");

        var task = Assert.Single(performance.Tasks);
        Assert.Contains("50 requests per second", task.Detail, StringComparison.Ordinal);
        Assert.Contains("3 million rows in `visits`", task.Detail, StringComparison.Ordinal);
        Assert.Contains(performance.Tests, t => t.Title == "Measured: Latency: p95 of `POST /api/visits/{visitId}/referrals` at most 200 ms");
        Assert.NotNull(task.ManualVerification);
    }

    [Fact]
    public async Task Job_that_scans_a_large_table_is_a_risk()
    {
        var code = Fixtures.Clinic().Found("VisitReportJob", MentionKind.Type).Found("visits", MentionKind.Table);
        var performance = await PanelRound
            .About(code, "`visits` has 40 million rows.", "`VisitReportJob` also counts closed visits in the nightly export.")
            .Ask("performance");

        Assert.Contains(performance.Risks, r => r.Title.Contains("`visits` (40 million rows) by `updated_at`", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_figures_performance_says_so_and_costs_nothing() =>
        Assert.Equal((false, 10), await Fixtures.Referral().Ask("performance") is var opinion ? (opinion.Applies, opinion.Confidence) : default);

    [Fact]
    public async Task Criterion_about_callers_at_once_gets_a_test_through_all_parts()
    {
        var testing = await Keyed("When 20 requests arrive at the same time for one visit, then `referrals` has one row.").Ask("testing");

        var test = Assert.Single(testing.Tests, t => t.Title.Contains("released together", StringComparison.Ordinal));
        Assert.Equal(TestKind.Integration, test.Kind);
        Assert.Equal(["AC2"], test.Covers);
        Assert.EndsWith("ReferralFlowTests.cs", test.File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_criteria_are_tested_on_both_sides()
    {
        var testing = await Keyed("A visit that is older than 14 days is refused by `VisitService`.").Ask("testing");

        Assert.Contains(testing.Tests, t => t.Title.StartsWith("AC2 at 14 days", StringComparison.Ordinal) && t.Kind == TestKind.Unit);
    }

    [Fact]
    public async Task Tests_without_a_database_are_asked_about_one()
    {
        var testing = await Keyed().Ask("testing");

        Assert.Contains(testing.Questions, q => q.Text == "Which database do the integration tests run on?");
        Assert.Contains("`Clinic.Tests` references a database", testing.Rationale, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        new[] { "dotnet build Clinic.sln", "dotnet test Clinic.sln --no-build" },
        new[] { "dotnet build Clinic.sln", "dotnet test Clinic.sln --no-build" })]
    [InlineData(new[] { "dotnet test Clinic.sln --no-build" }, new[] { "dotnet test Clinic.sln" })]
    [InlineData(new[] { "dotnet build Clinic.sln", "dotnet test Clinic.sln" }, new[] { "dotnet test Clinic.sln" })]
    public async Task Tests_that_build_nothing_come_after_a_build(string[] found, string[] expected)
    {
        var round = Fixtures.Referral(Fixtures.Clinic().Conventions(c => c with { VerificationCommands = found }));
        var tasks = (await round.Ask()).SelectMany(o => o.Tasks).Where(t => t.Verification.Count > 0).ToList();

        Assert.NotEmpty(tasks);
        Assert.All(tasks, t => Assert.Equal(expected, t.Verification));
    }

    private static PanelRound Keyed(string second = "The fee is stored.") => PanelRound.About(
        Fixtures.Clinic()
            .New("referrals", MentionKind.Table, "visit_id bigint!", "fee numeric(10,2)!")
            .New("POST /api/visits/{visitId}/referrals", MentionKind.Endpoint)
            .Found("visits", MentionKind.Table).Found("VisitService", MentionKind.Type),
        "`POST /api/visits/{visitId}/referrals` with header `Idempotency-Key`.",
        "`POST /api/visits/{visitId}/referrals` stores a row in `referrals` and answers 201; the same `Idempotency-Key` gives the same row.",
        second);

    private static PanelRound Timed() => PanelRound.About(
        Fixtures.Clinic()
            .New("referrals", MentionKind.Table, "visit_id bigint!", "fee numeric(10,2)!")
            .New("POST /api/visits/{visitId}/referrals", MentionKind.Endpoint)
            .Found("visits", MentionKind.Table),
        "- Latency: p95 of `POST /api/visits/{visitId}/referrals` at most 200 ms; at most 50 requests per second.\n- Volume: `visits` has 3 million rows.",
        "`POST /api/visits/{visitId}/referrals` stores a row in `referrals` and answers 201.");
}
