using Planner.Core.Grounding.Facts;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Performance;

public sealed class PerformanceRulesTests
{
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

    private static PanelRound Timed() => PanelRound.About(
        Fixtures.Clinic()
            .New("referrals", MentionKind.Table, "visit_id bigint!", "fee numeric(10,2)!")
            .New("POST /api/visits/{visitId}/referrals", MentionKind.Endpoint)
            .Found("visits", MentionKind.Table),
        "- Latency: p95 of `POST /api/visits/{visitId}/referrals` at most 200 ms; at most 50 requests per second.\n- Volume: `visits` has 3 million rows.",
        "`POST /api/visits/{visitId}/referrals` stores a row in `referrals` and answers 201.");
}
