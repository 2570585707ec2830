using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Etl;

public sealed class PipelineRulesTests
{
    [Fact]
    public async Task Job_is_reconciled_over_tables_that_there_will_be()
    {
        var code = Fixtures.Clinic()
            .New("reporting.daily_visits.fee_total", MentionKind.Column, "fee_total numeric(12,2)!")
            .Found("VisitReportJob", MentionKind.Type)
            .Found("reporting.daily_visits", MentionKind.Table);
        var round = PanelRound.About(
            code,
            "The nightly `VisitReportJob` at 02:00 fills `fee_total numeric(12,2) not null default 0` of `reporting.daily_visits`.",
            "After `VisitReportJob`, `reporting.daily_visits` has the `fee_total` of the day.");
        var opinions = await round.Ask();
        var pipeline = Assert.Single(opinions[1].Design<PipelineDesign>()!.Pipelines);

        Assert.Contains("sum(fee)", pipeline.Reconciliation, StringComparison.Ordinal);
        Assert.Contains("sum(fee_total)", pipeline.Reconciliation, StringComparison.Ordinal);
        Assert.Contains("02:00", pipeline.Schedule, StringComparison.Ordinal);
        Assert.Contains("`job_watermarks`", pipeline.Failure, StringComparison.Ordinal);
        Assert.Empty(OpinionRules.Broken(round, opinions));
    }
}
