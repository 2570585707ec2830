using Planner.Specialists.Rules.Reading;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Reading;

public sealed class ClausesTests
{
    [Theory]
    [InlineData("A visit is closed.", 100, "A visit is closed")]
    [InlineData(
        "Given a visit, when it is closed by somebody who may, then the fee is stored, and nobody is told",
        50,
        "then the fee is stored, and nobody is told")]
    [InlineData("Given a visit of today, when it is closed, then the fee is stored", 45, "when it is closed, then the fee is stored")]
    [InlineData("The list shows `a, b, c` (one, two, three), newest first, and no more", 45, "The list shows `a, b, c` (one, two, three)")]
    [InlineData("A single clause that is longer than what was asked for stays whole", 20, "A single clause that is longer than what was asked for stays whole")]
    public void Long_sentences_lose_whole_clauses_only(string text, int length, string expected) => Assert.Equal(expected, Clauses.Of(text, length));

    [Theory]
    [InlineData("A visit of at least 3 items is refused by `VisitService`.", "AC2 at 3 items: \"at least 3 items\" holds for 3 and not for 2 items")]
    [InlineData(
        "A name of at most 40 characters is stored by `VisitService`.",
        "AC2 at 40 characters: \"at most 40 characters\" holds for 40 and not for 41 characters")]
    [InlineData("More than 5 items are refused by `VisitService`.", "AC2 at 5 items: \"more than 5 items\" holds for 6 and not for 5 items")]
    [InlineData(
        "A visit of less than 14 days is kept by `VisitService`.",
        "AC2 at 14 days: \"less than 14 days\" holds a second before their end and not at it")]
    public async Task Edges_say_what_holds_on_which_side(string criterion, string title)
    {
        var round = Planner.Testing.Builders.PanelRound.About(
            Fixtures.Clinic().Found("VisitService", Planner.Core.Grounding.Facts.MentionKind.Type),
            "`VisitService` changes.", "`VisitService` stores the fee.", criterion);

        Assert.Contains(title, (await round.Ask("testing")).Tests.Select(t => t.Title));
    }
}
