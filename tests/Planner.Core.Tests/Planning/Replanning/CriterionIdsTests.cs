using Planner.Core.Planning.Replanning;
using Planner.Core.Tickets;
using Xunit;

namespace Planner.Core.Tests.Planning.Replanning;

public sealed class CriterionIdsTests
{
    [Theory]
    [InlineData("a b", "a b", "AC1 AC2")]
    [InlineData("a b", "x a b", "AC3 AC1 AC2")]
    [InlineData("a b", "x a b y", "AC3 AC1 AC2 AC4")]
    [InlineData("a b c", "a c", "AC1 AC3")]
    [InlineData("a b c", "a changed c", "AC1 AC2 AC3")]
    [InlineData("a b", "b a", "AC2 AC1")]
    [InlineData("", "a b", "AC1 AC2")]
    public void CriterionOfTheSameWords_KeepsItsId(string before, string now, string ids) =>
        Assert.Equal(ids, Ids(CriterionIds.Kept(Criteria(now), [], Criteria(before), isNumbered: false)));

    [Fact]
    public void TicketsOwnNumbers_CountWhateverWasPlannedBefore() =>
        Assert.Equal("AC1 AC2", Ids(CriterionIds.Kept(Criteria("b a"), [], Criteria("a b"), isNumbered: true)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Refinement_ComesAfterTheTicketsAndKeepsItsId(bool isNumbered)
    {
        AcceptanceCriterion wish = new("", "wish") { Source = "refinement by Ann" };

        var first = CriterionIds.Kept(Criteria("a b"), [wish], Criteria("a b"), isNumbered);
        var second = CriterionIds.Kept(Criteria("a b"), [wish, wish with { Text = "another" }], first, isNumbered);

        Assert.Equal("AC1 AC2 AC3", Ids(first));
        Assert.Equal("AC1 AC2 AC3 AC4", Ids(second));
    }

    [Fact]
    public void CriterionAddedToTheTicket_LeavesTheRefinementItsId()
    {
        AcceptanceCriterion wish = new("", "wish") { Source = "refinement by Ann" };
        var before = CriterionIds.Kept(Criteria("a b"), [wish], Criteria("a b"), isNumbered: false);

        Assert.Equal("AC1 AC2 AC4 AC3", Ids(CriterionIds.Kept(Criteria("a b c"), [wish], before, isNumbered: false)));
    }

    private static List<AcceptanceCriterion> Criteria(string texts) =>
        [.. texts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((t, at) => new AcceptanceCriterion($"AC{at + 1}", t))];

    private static string Ids(IEnumerable<AcceptanceCriterion> criteria) => string.Join(' ', criteria.Select(c => c.Id));
}
