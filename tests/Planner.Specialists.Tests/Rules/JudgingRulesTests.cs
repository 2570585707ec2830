using Planner.Core.Grounding.Facts;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules;

public sealed class JudgingRulesTests
{
    [Fact]
    public async Task Feature_with_all_specialists_keeps_every_rule_of_opinions()
    {
        var round = Fixtures.Keyed();

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
}
