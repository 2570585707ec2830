using Planner.Integrations.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira;

public sealed class WikiMarkdownTests
{
    [Theory]
    [InlineData("h1. Title", "# Title")]
    [InlineData("h3. Title *bold*", "### Title **bold**")]
    [InlineData("a *bold* word", "a **bold** word")]
    [InlineData("an _emphasised_ word", "an *emphasised* word")]
    [InlineData("a -struck- word", "a ~~struck~~ word")]
    [InlineData("an +inserted+ word", "an inserted word")]
    [InlineData("use {{order_id}} here", "use `order_id` here")]
    [InlineData("{color:red}red{color} text", "red text")]
    [InlineData("snake_case_name and a-b-c", "snake_case_name and a-b-c")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("\\*not bold\\*", "*not bold*")]
    [InlineData("first\\\\ second", "first\nsecond")]
    [InlineData("[Spec|https://example.com/spec]", "[Spec](https://example.com/spec)")]
    [InlineData("[https://example.com]", "<https://example.com>")]
    [InlineData("[Spec|https://example.com/spec|smart-link]", "[Spec](https://example.com/spec)")]
    [InlineData("[click|javascript:alert(1)]", "click (javascript:alert(1))")]
    [InlineData("ask [~accountid:5b10] and [~ann]", "ask @5b10 and @ann")]
    [InlineData("see [^trace.log]", "see (attachment: trace.log)")]
    [InlineData("[WIP] keep [0]", "[WIP] keep [0]")]
    [InlineData("!screen.png|thumbnail!", "(image: screen.png)")]
    [InlineData("Stop! Now! Please.", "Stop! Now! Please.")]
    [InlineData("bq. quoted", "> quoted")]
    [InlineData("above\n----\nbelow", "above\n\n---\n\nbelow")]
    [InlineData("SHOP-101 stays", "SHOP-101 stays")]
    public void Markup_BecomesMarkdown(string wiki, string expected) => Assert.Equal(expected, WikiMarkdown.Convert(wiki));

    [Fact]
    public void NestedLists_KeepTheirDepth() => Assert.Equal(
        "Text\n\n- one\n  - two\n    1. three\n- four\n1. five\n   1. six",
        WikiMarkdown.Convert("Text\n* one\n** two\n**# three\n* four\n# five\n## six"));

    [Fact]
    public void LineAfterAnItem_BelongsToIt() => Assert.Equal("- one\n  goes on\n- two\n\nText", WikiMarkdown.Convert("* one\ngoes on\n* two\n\nText"));

    [Fact]
    public void Table_KeepsLinksAndHeader() => Assert.Equal(
        "| Field | Rule |\n| --- | --- |\n| [Spec](https://x.org) | `not null` |",
        WikiMarkdown.Convert("||Field||Rule||\n|[Spec|https://x.org]|{{not null}}|"));

    [Fact]
    public void CellOverTwoLines_StaysOneRow() => Assert.Equal(
        "|  |  |\n| --- | --- |\n| a<br>b | c |",
        WikiMarkdown.Convert("|a\nb|c|"));

    [Fact]
    public void Code_KeepsItsMarksAndLanguage() => Assert.Equal(
        "Before\n\n```sql\nSELECT * FROM orders WHERE a*b*c;\n# no list\n```\n\nafter",
        WikiMarkdown.Convert("Before\n{code:sql}\nSELECT * FROM orders WHERE a*b*c;\n# no list\n{code}\nafter"));

    [Fact]
    public void CodeWithoutEnd_ReachesToTheEnd() => Assert.Equal("```\nh1. raw\n```", WikiMarkdown.Convert("{noformat}\nh1. raw"));

    [Fact]
    public void PanelAndQuote_AreQuotes() => Assert.Equal(
        "> **Scope**\n>\n> - in\n\n> said",
        WikiMarkdown.Convert("{panel:title=Scope|borderColor=#ccc}\n* in\n{panel}\n{quote}said{quote}"));

    [Fact]
    public void MarkdownInTheField_IsLeft()
    {
        const string markdown = "## Goal\n\nA **bold** goal.\n\n- [ ] first\n\n```sql\nSELECT 1;\n```";

        Assert.Equal(markdown, WikiMarkdown.Convert(markdown));
    }

    [Fact]
    public void WikiNumbers_AreNoHeadings() => Assert.Equal("1. first\n1. second", WikiMarkdown.Convert("# first\n# second"));

    [Theory]
    [InlineData("*")]
    [InlineData("[")]
    [InlineData("{{")]
    [InlineData("!a.png")]
    [InlineData("{quote}")]
    [InlineData("|[")]
    [InlineData("*a _b ")]
    public async Task OpenMarksWithoutEnd_DoNotHang(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, 200_000 / mark.Length));

        // A guard against work that grows with the square of the text, not a measurement.
        Assert.NotNull(await Task.Run(() => WikiMarkdown.Convert(text)).WaitAsync(TimeSpan.FromMinutes(1)));
    }
}
