using Planner.Core.Text.Markdown;
using Xunit;

namespace Planner.Core.Tests.Text.Markdown;

public sealed class MarkdownOutlineTests
{
    [Fact]
    public void Headings_HaveLineLevelAndPlainText()
    {
        var outline = MarkdownOutline.Of("# A `code` \\[b\\] &amp; *c*\n\nText\nof two lines\n===\n\n> ## Quoted\n");

        Assert.Equal(
            [new MarkdownHeading(1, 1, 1, "A code [b] & c"), new(3, 5, 1, "Text of two lines"), new(7, 7, 2, "Quoted")],
            outline.Headings);
    }

    [Fact]
    public void FencedBlocks_HaveLanguageTextAndLines()
    {
        var outline = MarkdownOutline.Of("```json title\n{}\n\n```\n- item\n\n  ~~~\n  x\n  ~~~\n");

        Assert.Equal([new MarkdownCode("json", "{}\n", 1, 4), new("", "x", 7, 9)], outline.Code);
        Assert.Equal(0, outline.OpenFence);
        Assert.True(outline.IsFence(4));
        Assert.False(outline.IsFence(5));
    }

    [Fact]
    public void ProseIsWhatStandsOutsideOfFences()
    {
        var outline = MarkdownOutline.Of("a\n```\nb\n```\nc\n~~~\nd");

        Assert.Equal([1, 2, 4, 5, 6], outline.Prose().Select(l => l.Number));
        Assert.Equal(6, outline.OpenFence);
    }

    [Theory]
    [InlineData("a `x{y}` b \\` c", "a        b    c")]
    [InlineData("two `lines\nof` code", "two       \n    code")]
    [InlineData("a lone ` and {x}", "a lone ` and {x}")]
    [InlineData("| a | b |\n|---|---|\n| `c` | d \\| e |", "| a | b |\n|---|---|\n|     | d    e |")]
    public void LiveLines_AreAsLongAsWrittenWithoutWhatIsOnlyShown(string text, string live) =>
        Assert.Equal(live, string.Join('\n', MarkdownOutline.Of(text).Live().Select(l => l.Text)));

    [Fact]
    public void Rows_AreToldByTheirHeaders()
    {
        var rows = MarkdownOutline.Of("Before\n\n| Id | Text |\n|---|:-:|\n| X1 | `a \\| b` &lt;c&gt; |\n| X2 |\n").Rows().ToList();

        Assert.Equal([5, 6], rows.Select(r => r.Line));
        Assert.Equal("a | b <c>", rows[0].Cells["Text"]);
        Assert.Equal(("Id", "X2", ""), (rows[1].FirstHeader, rows[1].Cells["Id"], rows[1].Cells["Text"]));
    }

    [Fact]
    public void Html_IsText() =>
        Assert.Equal("a <b>c</b>", Assert.Single(MarkdownOutline.Of("# a <b>c</b>\n<div>\n# no block of HTML hides this\n</div>\n").Headings.Take(1)).Text);

    [Fact]
    public void FrontMatter_IsNoHeading() => Assert.Equal(["Real"], MarkdownOutline.Of("---\ntitle: x\n---\n# Real\n").Headings.Select(h => h.Text));

    [Theory]
    [InlineData(100_000, ">")]
    [InlineData(3_000, "[")]
    [InlineData(3_000, "*a ")]
    [InlineData(2_000, "- ")]
    public void DeepNesting_LeavesLines(int times, string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));

        Assert.Equal([new MarkdownLine(1, text)], MarkdownOutline.Of(text).Prose());
    }

    [Fact]
    public void TextBeyondTheBound_IsNotParsed()
    {
        var text = "# A\n" + new string('x', MarkdownParser.MaxLength);

        Assert.Empty(MarkdownOutline.Of(text).Headings);
        Assert.Equal(2, MarkdownOutline.Of(text).Prose().Count());
    }
}
