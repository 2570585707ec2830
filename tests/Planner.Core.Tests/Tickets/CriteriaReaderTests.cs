using Planner.Core.Tickets;
using Xunit;

namespace Planner.Core.Tests.Tickets;

public sealed class CriteriaReaderTests
{
    private static FrozenCriteria Freeze(string description, string summary = "Summary of it", string type = "Story") =>
        CriteriaReader.Freeze(new Ticket { Key = "SHOP-1", Summary = summary, Description = description, Type = type });

    private static string[] Texts(string description)
    {
        var criteria = Freeze(description);
        Assert.False(criteria.Derived);
        return [.. criteria.Items.Select(i => i.Text)];
    }

    [Theory]
    [InlineData("## Acceptance criteria")]
    [InlineData("# ACCEPTANCE CRITERIA:")]
    [InlineData("### 3. Acceptance Criteria ✅")]
    [InlineData("**Acceptance criteria**")]
    [InlineData("**Acceptance criteria:**")]
    [InlineData("Acceptance criteria:")]
    [InlineData("Acceptance Criteria\n-------------------")]
    [InlineData("## AC")]
    [InlineData("## A/C")]
    [InlineData("## Acceptance criteria (draft)")]
    [InlineData("## Akzeptanzkriterien")]
    [InlineData("## Critères d'acceptation")]
    [InlineData("## 验收标准")]
    [InlineData("> **Acceptance criteria**\n>")]
    public void Section_IsFoundUnderItsName(string heading) =>
        Assert.Equal(["first thing", "second thing"], Texts($"Some text.\n\n{heading}\n\n- first thing\n- second thing\n\n## Notes\n\n- no criterion"));

    [Theory]
    [InlineData("- one thing\n- two things")]
    [InlineData("* one thing\n* two things")]
    [InlineData("1. one thing\n2. two things")]
    [InlineData("1) one thing\n2) two things")]
    [InlineData("- [ ] one thing\n- [x] two things")]
    [InlineData("AC1: one thing\nAC2: two things")]
    [InlineData("AC1: one thing\n\nAC2: two things")]
    [InlineData("- **AC1:** one thing\n- **AC2:** two things")]
    [InlineData("| AC | What |\n| --- | --- |\n| AC1 | one thing |\n| AC2 | two things |")]
    [InlineData("| # | What |\n| --- | --- |\n| 1 | one thing |\n| 2 | two things |")]
    [InlineData("one thing\n\ntwo things")]
    [InlineData("The following must hold:\n\n- one thing\n- two things")]
    [InlineData("- one\n  thing\n\n- two\nthings")]
    [InlineData("- one thing\n- ~~withdrawn thing~~\n- two things\n- TBD\n- …")]
    [InlineData("- one thing\n- two things\n- one thing")]
    public void Items_AreReadInEveryForm(string list)
    {
        var criteria = Freeze("## Acceptance criteria\n\n" + list);

        Assert.Equal([new("AC1", "one thing"), new("AC2", "two things")], criteria.Items);
        Assert.False(criteria.Derived);
    }

    [Fact]
    public void NestedItems_JoinTheirParent() => Assert.Equal(
        ["The page shows: the total; the tax", "It saves: within 2 s; once", "last"],
        Texts("## AC\n\n- The page shows:\n  - the total\n  - the tax\n- It saves\n    - within 2 s\n    - once\n- last"));

    [Theory]
    [InlineData("Given a cart\nWhen I pay\nThen it is empty\nAnd I get a mail\n\nGiven no cart\nWhen I pay\nThen I see an error")]
    [InlineData("- Given a cart\n- When I pay\n- Then it is empty\n- And I get a mail\n- Given no cart\n- When I pay\n- Then I see an error")]
    [InlineData("- **Given** a cart **When** I pay **Then** it is empty **And** I get a mail\n- Given no cart When I pay Then I see an error")]
    [InlineData("**Given** a cart\n**When** I pay\n**Then** it is empty\n**And** I get a mail\n\n**Given** no cart\n\n**When** I pay\n\n**Then** I "
        + "see an error")]
    [InlineData("- Given a cart\n  - When I pay\n  - Then it is empty\n  - And I get a mail\n- Given no cart\n  When I pay\n  Then I see an error")]
    [InlineData("```gherkin\nFeature: Paying\n\n  @smoke\n  Given a cart\n  When I pay\n  Then it is empty\n  And I get a mail\n\n  Given no cart\n  When I "
        + "pay\n  Then I see an error\n```")]
    public void GivenWhenThen_IsOneCriterion(string block) => Assert.Equal(
        ["Given a cart When I pay Then it is empty And I get a mail", "Given no cart When I pay Then I see an error"],
        Texts("## Acceptance criteria\n\n" + block));

    [Fact]
    public void Scenarios_KeepTheirTitles() => Assert.Equal(
        ["Scenario: Pay Given a cart When I pay Then it is empty", "Scenario: Fail When I pay Then I see an error"],
        Texts("```gherkin\nScenario: Pay\n  Given a cart\n  When I pay\n  Then it is empty\n\nScenario: Fail\n  When I pay\n  Then I see an error\n```"));

    [Fact]
    public void ItemsThatBeginWithWhen_StayApart() => Assert.Equal(
        ["When the order is shipped, the customer gets a mail.", "When it is late, then support is told.", "When it is lost, it is refunded."],
        Texts("## AC\n\n- When the order is shipped, the customer gets a mail.\n- When it is late, then support is told.\n- When it is lost, it is refunded."));

    [Fact]
    public void IdsOutsideASection_AreCriteria() => Assert.Equal(
        ["The total is right.", "The tax is right."],
        Texts("We need this.\n\nAC1 - The total is right.\nAC2 - The tax is right.\n\nThanks!"));

    [Fact]
    public void OwnNumbers_AreKept() => Assert.Equal(
        ["AC1", "AC3"],
        Freeze("## AC\n\n- AC1: one thing\n- AC3: three things").Items.Select(i => i.Id));

    [Fact]
    public void NumbersOfSomeOnly_AreReplaced() => Assert.Equal(
        ["AC1", "AC2"],
        Freeze("## AC\n\n- AC5: one thing\n- another thing").Items.Select(i => i.Id));

    [Fact]
    public void Subsections_BelongToTheSection() => Assert.Equal(
        ["one thing", "two things"],
        Texts("## Acceptance criteria\n\n### Web\n\n- one thing\n\n### Mobile\n\n- two things\n\n## Out of scope\n\n- no thing"));

    [Fact]
    public void BoldOutOfScope_EndsTheSection() => Assert.Equal(
        ["one thing"],
        Texts("## Acceptance criteria\n\n- one thing\n\n**Out of scope**\n\n- no thing"));

    [Fact]
    public void ItemNamedForCriteria_HoldsThem() => Assert.Equal(
        ["one thing", "two things"],
        Texts("- Background: old\n- Acceptance criteria:\n  - one thing\n  - two things\n- Notes"));

    [Fact]
    public void TextBehindTheName_IsACriterion() => Assert.Equal(["The total is right."], Texts("**Acceptance criteria:** The total is right."));

    [Fact]
    public void TableWithColumns_NamesItsCells() => Assert.Equal(
        ["Given: a cart; When: I pay; Then: it is empty"],
        Texts("## AC\n\n| Id | Given | When | Then |\n|---|---|---|---|\n| 1 | a cart | I pay | it is empty |"));

    [Fact]
    public void NoCriteria_AreDerivedFromLists()
    {
        var criteria =
            Freeze("We need:\n\n- the total of each order\n- the tax of each order\n\n## Steps to reproduce\n\n1. open the shop page\n2. pay for an "
                + "order\n\n## Links\n\n- https://example.com/a");

        Assert.True(criteria.Derived);
        Assert.Equal(["the total of each order", "the tax of each order"], criteria.Items.Select(i => i.Text));
    }

    [Fact]
    public void NoListEither_TheSummaryStands()
    {
        var criteria = Freeze("Just text.", "Totals are wrong");

        Assert.True(criteria.Derived);
        Assert.Equal([new("AC1", "Totals are wrong")], criteria.Items);
    }

    [Fact]
    public void EmptyTicket_HasNone() => Assert.Empty(Freeze("", "").Items);

    [Fact]
    public void EmptySection_CountsAsNone() => Assert.True(Freeze("## Acceptance criteria\n\n- TBD\n\n## Notes").Derived);

    [Fact]
    public void SameText_GivesTheSameHash()
    {
        var first = Freeze("## AC\n\n- one thing");

        Assert.Equal(first.Hash, Freeze("Other text\n\n## Acceptance criteria\n\n1. one thing").Hash);
        Assert.NotEqual(first.Hash, Freeze("## AC\n\n- one thing more").Hash);
        Assert.Matches("^[0-9a-f]{64}$", first.Hash);
    }

    [Fact]
    public void EndlessList_IsBounded()
    {
        var criteria = Freeze("## AC\n\n" + string.Concat(Enumerable.Range(1, 500).Select(n => $"- thing number {n} {new string('x', 1_500)}\n")));

        Assert.Equal(CriteriaReader.MaxCriteria, criteria.Items.Count);
        Assert.EndsWith("(and 300 more criteria in the ticket)", criteria.Items[^1].Text, StringComparison.Ordinal);
        Assert.All(criteria.Items.SkipLast(1), i => Assert.True(i.Text.Length <= CriteriaReader.MaxLength));
    }

    [Fact]
    public void CodeInTheSection_IsNoCriterion() => Assert.Equal(["one thing"], Texts("## AC\n\n- one thing\n\n```json\n- not this\n```"));

    [Theory]
    [InlineData("### Expected Behavior\n\nThe address is left alone.")]
    [InlineData("### What is the expected _correct_ behavior?\n\nThe address is left alone.\n\n```\n10:00:00 log of it\n```")]
    [InlineData("### Describe the solution you'd like\n\nThe address is left alone.\n\n### Describe alternatives you've considered\n\n- another way "
        + "of doing it")]
    [InlineData("### Erwartetes Verhalten\n\n- The address is left alone.")]
    public void Report_IsTakenByWhatItExpects(string description)
    {
        var criteria =
            Freeze($"### Current behaviour\n\n- It is not left alone.\n\n{description}\n\n### Steps to reproduce\n\n1. Open the page\n2. Wait for it");

        Assert.Equal(["The address is left alone."], criteria.Items.Select(i => i.Text.TrimEnd('.') + "."));
        Assert.True(criteria.Derived);
    }

    [Fact]
    public void BoxesThatAFormMadeSomebodyTick_AreNoCriteria()
    {
        var criteria = Freeze(
            "### Are you sure this is a bug report?\n\n- [x] I confirm this is a bug report\n\nIt fails.\n\n- [x] I have searched the others",
            "[Bug]: Deleted users stay listed",
            "Bug");

        Assert.Equal(["Deleted users stay listed"], criteria.Items.Select(i => i.Text));
    }
}
