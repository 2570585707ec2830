using Planner.Core.Opinions;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Testing;

public sealed class TestingRulesTests
{
    [Fact]
    public async Task Criterion_about_callers_at_once_gets_a_test_through_all_parts()
    {
        var testing = await Fixtures.Keyed("When 20 requests arrive at the same time for one visit, then `referrals` has one row.").Ask("testing");

        var test = Assert.Single(testing.Tests, t => t.Title.Contains("released together", StringComparison.Ordinal));
        Assert.Equal(TestKind.Integration, test.Kind);
        Assert.Equal(["AC2"], test.Covers);
        Assert.EndsWith("ReferralFlowTests.cs", test.File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_criteria_are_tested_on_both_sides()
    {
        var testing = await Fixtures.Keyed("A visit that is older than 14 days is refused by `VisitService`.").Ask("testing");

        Assert.Contains(testing.Tests, t => t.Title.StartsWith("AC2 at 14 days", StringComparison.Ordinal) && t.Kind == TestKind.Unit);
    }

    [Fact]
    public async Task Tests_without_a_database_are_asked_about_one()
    {
        var testing = await Fixtures.Keyed().Ask("testing");

        Assert.Contains(testing.Questions, q => q.Text == "Which database do the integration tests run on?");
        Assert.Contains("`Clinic.Tests` references a database", testing.Rationale, StringComparison.Ordinal);
    }
}
