using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Decisions;

public sealed class ProvisionalChoiceTests
{
    [Theory]
    [InlineData(Reversibility.Easy, Reversibility.Easy)]
    [InlineData(Reversibility.Medium, Reversibility.Easy)]
    [InlineData(Reversibility.Hard, Reversibility.Hard)]
    public void RecommendedOption_StandsUnlessItIsHardAndAnotherIsNot(Reversibility recommended, Reversibility other) =>
        Assert.Equal("A", ProvisionalChoice.For(Between(recommended, other)).Option);

    [Fact]
    public void HardRecommendation_GivesWayToTheMostReversible()
    {
        var choice = ProvisionalChoice.For(Between(Reversibility.Hard, Reversibility.Medium, Reversibility.Easy, Reversibility.Easy));

        Assert.Equal("C", choice.Option);
        Assert.Contains("hard to reverse", choice.Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public void Settling_NamesThePolicyAndTheTimes()
    {
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var decision = Between(Reversibility.Easy, Reversibility.Easy);

        var settled = ProvisionalChoice.For(decision).Settle(decision, at, at);

        Assert.Equal((DecisionStatus.Provisional, "deadline policy", at), (settled.Status, settled.DecidedBy, settled.Timestamp));
    }

    private static Decision Between(params Reversibility[] options) => ReturnsPanel.DecisionOf("database", "x", "X?") with
    {
        Options = [.. options.Select((r, i) => new DecisionOption($"{(char)('A' + i)}", "title", ["pro"], ["con"], "cost", r))],
    };
}
