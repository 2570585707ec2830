using Planner.Core.Artifacts.Markdown;
using Planner.Core.Text.Markdown;
using Xunit;

namespace Planner.Core.Tests.Text.Markdown;

public sealed class MarkdownEscapeTests
{
    [Theory]
    [InlineData("a | b", @"a \| b")]
    [InlineData("<script>alert(1)</script>", @"&lt;script\>alert(1)&lt;/script\>")]
    [InlineData("[click](javascript:alert(1))", @"\[click\](javascript:alert(1))")]
    [InlineData("see https://evil.example", "see https&#58;//evil.example")]
    [InlineData("see www.evil.example", "see www&#46;evil.example")]
    [InlineData("ping @everyone", "ping `@everyone`")]
    [InlineData("@example/shop-data", "`@example/shop-data`")]
    [InlineData("mail a@b.example", "mail a&#64;b.example")]
    [InlineData("`a` and `b", @"`a` and \`b")]
    [InlineData("**bold** _it_", @"\*\*bold\*\* \_it\_")]
    [InlineData("order_returns", "order_returns")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("- item", @"\- item")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("two\nlines\r\nthree", "two lines three")]
    [InlineData("&amp;", "&amp;amp;")]
    [InlineData("a `b", @"a \`b")]
    [InlineData("use `order_id | x` here", "use `order_id | x` here")]
    [InlineData("```\nfence", @"\`\`\` fence")]
    public void ForeignText_BecomesNoMarkup(string text, string expected) => Assert.Equal(expected, MarkdownEscape.Prose(text).Value);

    [Fact]
    public void CodeWithBackticks_IsFencedByMore() => Assert.Equal("`` `a` ``", Md.Code("`a`").Value);

    [Fact]
    public void MarksThatTurnTheReadingDirection_AreTakenOut() => Assert.Equal("ab", MarkdownEscape.Prose("a\u202Eb").Value);

    [Fact]
    public void PipeInsideACodeSpan_EndsNoCell() => Assert.Equal(@"`a \| b` \| c", MarkdownEscape.Cell(MarkdownEscape.Prose("`a | b` | c").Value));

    [Theory]
    [InlineData("a | b \\ c")]
    [InlineData("<b> & \"q\" @x https://y `z`")]
    [InlineData("ends with \\")]
    [InlineData("| --- |")]
    public void TableCell_ReadsBackAsWritten(string text)
    {
        var page = new MarkdownPage().Table(["Id", "Text"], [[Md.Of($"X1"), Md.Of($"{text}")]]).ToString();

        var row = Assert.Single(MarkdownOutline.Of(page).Rows());
        Assert.Equal(text.Replace("`", "", StringComparison.Ordinal), row.Cells["Text"]);
        Assert.Equal(3, row.Line);
    }

    [Fact]
    public void FenceInsideCode_EndsNothing()
    {
        var page = new MarkdownPage().Code("sql", "SELECT 1;\n```\n# not a heading").ToString();

        Assert.StartsWith("````sql\n", page, StringComparison.Ordinal);
        Assert.EndsWith("\n````\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void MermaidLabel_EndsNeitherItselfNorTheLine() =>
        Assert.Equal("\"say #quot;hi#quot;] --> X '''\"", Mermaid.Label("say \"hi\"]\n--> X ```").Replace("#gt;", ">", StringComparison.Ordinal));

    [Theory]
    [InlineData("character varying(20)", "character_varying_20")]
    [InlineData("end", "nend")]
    [InlineData("9lives", "n9lives")]
    public void MermaidName_IsAWord(string text, string name) => Assert.Equal(name, Mermaid.Name(text));
}
