using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Choices;

public sealed class CriteriaConflictTests
{
    [Theory]
    [InlineData("A return is possible within 30 days of delivery.", "A return must be possible within 14 days of delivery.", "30 day", "14 day")]
    [InlineData("A guest must be able to cancel an order.", "A guest must not be able to cancel an order.", "it must", "it must not")]
    [InlineData(
        "When the order is unknown, then the endpoint answers 404.",
        "When the order is unknown, then the endpoint answers with status 409 Conflict.",
        "status 404",
        "status 409")]
    public void CriteriaThatCannotBothHold_AreFound(string one, string other, string first, string second)
    {
        var (_, _, said, saidOther) = Assert.Single(Pairs(one, other));
        Assert.Equal((first, second), (said, saidOther));
    }

    [Theory]
    [InlineData("Gold customers may return within 30 days.", "Silver customers may return within 14 days.")]
    [InlineData("When the order is shipped, a guest must not cancel it.", "When the order is paid, a guest must cancel it.")]
    [InlineData(
        "Given a price of 0.99 and a quantity of 100, when `Total` is called, then it returns 89.10.",
        "Given a price of 0.25 and a quantity of 1, when `Total` is called, then it returns 0.23.")]
    [InlineData("When the order is unknown, then the endpoint answers 404.", "When the body is empty, then the endpoint answers 400.")]
    [InlineData("`GET /orders` answers within 80 ms.", "`POST /orders` answers within 200 ms.")]
    public void CriteriaOfDifferentCases_AreNot(string one, string other) => Assert.Empty(Pairs(one, other));

    private static IEnumerable<CriteriaConflicts.Pair> Pairs(params string[] texts) =>
        CriteriaConflicts.Pairs([.. texts.Select((t, i) => new AcceptanceCriterion($"AC{i + 1}", t))]);
}
