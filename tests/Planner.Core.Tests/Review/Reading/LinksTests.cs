using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Reading;

/// <summary>The part of Q8 that follows links: what a page only shows is none.</summary>
public sealed class LinksTests
{
    private const string Page = "risks.md";
    private const string Title = "# Risks: SHOP-101\n";

    [Theory]
    [InlineData("```text\n[x](foo/bar.md)\n```")]
    [InlineData("~~~\n[x](foo/bar.md)\n~~~")]
    [InlineData("````text\n```\n[x](foo/bar.md)\n```\n[y](foo/bar.md)\n````")]
    [InlineData("~~~~\n~~~\n[x](foo/bar.md)\n~~~\n[y](foo/bar.md)\n~~~~~")]
    [InlineData("~~~\n```\n[x](foo/bar.md)\n~~~")]
    [InlineData("```\n~~~\n[x](foo/bar.md)\n```")]
    [InlineData("   ```\n[x](foo/bar.md)\n  ```")]
    [InlineData("```text\n``` no end\n[x](foo/bar.md)\n```")]
    [InlineData("~~~ a ` tick\n[x](foo/bar.md)\n~~~")]
    public void LinkInAFencedBlock_IsNone(string block) => Judge(Sound, s => s.Edited(Page, Title, $"{Title}\n{block}\n")).Passes("Q8");

    [Theory]
    [InlineData("Say `[x](foo/bar.md)` twice.")]
    [InlineData("Say ``a ` [x](foo/bar.md)`` twice.")]
    [InlineData(@"Say \` and `[x](foo/bar.md)` once.")]
    [InlineData("Say `a\n[x](foo/bar.md)` once.")]
    [InlineData("`[x](foo/bar.md)`, `[y](foo/bar.md)`.")]
    [InlineData(@"| a \` b | `[x](foo/bar.md)` |")]
    public void LinkInACodeSpan_IsNone(string line) => Judge(Sound, s => s.Edited(Page, Title, $"{Title}\n{line}\n")).Passes("Q8");

    [Theory]
    [InlineData(@"Say \[x\](foo/bar.md).")]
    [InlineData("Say [x](foo/bar.md and no end.")]
    [InlineData("Write [to us](mailto:shop@example.com).")]
    [InlineData("Read [it](//example.com/foo/bar.md).")]
    public void TextThatOnlyLooksLikeALink_IsNone(string line) => Judge(Sound, s => s.Edited(Page, Title, $"{Title}\n{line}\n")).Passes("Q8");

    [Theory]
    [InlineData("[x](foo/bar.md).")]
    [InlineData("[x](/foo/bar.md).")]
    [InlineData("![x](foo/bar.png).")]
    [InlineData("[x](foo/bar.md \"with a title\").")]
    [InlineData("[x](<foo/b ar.md>).")]
    [InlineData("[x](foo/bar(1).md).")]
    [InlineData("[x]: foo/bar.md")]
    [InlineData("A lone ` before [x](foo/bar.md).")]
    [InlineData("Two `` and one ` before [x](foo/bar.md).")]
    [InlineData("`a` [x](foo/bar.md) `b`.")]
    [InlineData("```a``` [x](foo/bar.md).")]
    [InlineData(@"\\[x](foo/bar.md).")]
    [InlineData("- an ` item\n- [x](foo/bar.md) and ` more.")]
    public void LinkThatLeadsNowhere_IsFoundAtItsLine(string text) =>
        Judge(Sound, s => s.Edited(Page, Title, $"{Title}\n{text}\n")).Finds("Q8.link", Page, at: text.Split('\n')[^1]);

    [Theory]
    [InlineData("```text\na\n```\n[x](foo/bar.md).")]
    [InlineData("~~~\n```\n~~~\n[x](foo/bar.md).")]
    [InlineData("    ```\n[x](foo/bar.md).\n\n    ```")]
    public void LinkBesideAFencedBlock_IsFound(string text) =>
        Judge(Sound, s => s.Edited(Page, Title, $"{Title}\n{text}\n")).Finds("Q8.link", Page, at: "[x](foo/bar.md).");

    [Theory]
    [InlineData("```sql")]
    [InlineData("~~~")]
    [InlineData("````\n```")]
    [InlineData("```\n~~~")]
    public void LinkInABlockThatNeverEnds_IsNoneAndTheBlockIsFound(string fence) =>
        Assert.Equal(3, Judge(Sound, s => s.Edited(Page, Title, $"{Title}\n{fence}\n[x](foo/bar.md)\n")).Finds("Q8.fence", Page).Line);

    [Theory]
    [InlineData("[x](tasks.md?plain=1)", false)]
    [InlineData("[x](tasks%2Emd)", true)]
    [InlineData("[x](#twice-1)", true)]
    [InlineData("[x](#twice-2)", false)]
    [InlineData("[x](#a-code_span-b)", true)]
    public void NamesInLinks_AreReadAsViewersDo(string link, bool leads)
    {
        var judged = Judge(
            Sound,
            s => s.Edited(Page, Title, $"{Title}\n## Twice\n\nSee {link}.\n\n## Twice\n\nOnce more.\n\n## A `code_span` \\[b\\]\n\nIt.\n"));

        Assert.Equal(leads ? 0 : 1, judged.Report.Findings.Count(f => f.Code is "Q8.link" or "Q8.anchor"));
    }
}
