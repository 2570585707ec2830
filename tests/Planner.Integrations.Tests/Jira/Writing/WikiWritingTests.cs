using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Planner.Integrations.Jira;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Writing;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Writing;

public sealed partial class WikiWritingTests
{
    private static string Wiki(string markdown) => ((string)CommentBody.Of(markdown, JiraDeployment.DataCenter, null)!).TrimEnd('\n');

    [Theory]
    [InlineData("**a** *b* ~~c~~ `d`", "*a* _b_ -c- {{d}}")]
    [InlineData("a**b**c", "a{*}b{*}c")]
    [InlineData("## a", "h2. a")]
    [InlineData("- a\n  1. b\n- c", "* a\n*# b\n* c")]
    [InlineData("- [x] a\n- [ ] b", "* ☑ a\n* ☐ b")]
    [InlineData("> a", "{quote}\na\n{quote}")]
    [InlineData("| a | b |\n| --- | --- |\n| c\\|d | |", "|| a || b ||\n| c\\|d |  |")]
    [InlineData("```csharp\nvar a = b[1];\n```", "{code:c#}\nvar a = b[1];\n{code}")]
    [InlineData("```brainfuck\n+\n```", "{code}\n+\n{code}")]
    [InlineData("```\n{code}!\n```", "{noformat}\n{code}!\n{noformat}")]
    [InlineData("[a](https://e.com/x)", "[a|https://e.com/x]")]
    [InlineData("[@Ann](mention:ann)", "[~ann]")]
    [InlineData("a PROVISIONAL b", "a {color:#ff8b00}*PROVISIONAL*{color} b")]
    [InlineData("---", "----")]
    [InlineData("a\nb", @"a\\ b")]
    public void Markdown_BecomesWikiMarkup(string markdown, string expected) => Assert.Equal(expected, Wiki(markdown));

    [Theory]
    [InlineData("{code}", @"\{code\}")]
    [InlineData(@"\[~admin\]", @"\[\~admin\]")]
    [InlineData("!pixel.png!", @"\!pixel.png\!")]
    [InlineData(@"C:\\temp", "C:&#92;temp")]
    [InlineData(@"\* a", @"\* a")]
    [InlineData(@"\# a", "&#35; a")]
    [InlineData("h1. a", "h1&#46; a")]
    [InlineData("bq. a", "bq&#46; a")]
    [InlineData("x (/) :) ;)", "x &#40;/) &#58;) &#59;)")]
    [InlineData("https&#58;//e.com", "https&#58;//e.com")]
    [InlineData("&amp;#123;", "&amp;#123;")]
    [InlineData("some_snake_case and a-b", "some_snake_case and a-b")]
    public void ForeignText_StaysText(string markdown, string expected) => Assert.Equal(expected, Wiki(markdown));

    [Fact]
    public void MacrosInForeignText_AreAllEscaped()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var foreign = new MarkdownGenerator(seed).Foreign();
            var wiki = WikiWriter.Write([new Paragraph([new Span.Text(MarkdownSpans.Clean(foreign), Marks.None)])]);
            Assert.False(Live().IsMatch(wiki), $"{foreign}\n{wiki}");
        }
    }

    [Fact]
    public void LongComment_IsCutToWhatJiraTakes()
    {
        var wiki = Wiki(string.Join("\n\n", Enumerable.Range(0, 3_000).Select(i => $"{i} - a line with [brackets] and *stars*")));

        Assert.InRange(wiki.Length, 31_000, CommentBody.MaxLength);
        Assert.EndsWith("The rest is in the plan's files.", wiki, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void WellMadeMarkdown_KeepsItsMeaningThereAndBack(int seed)
    {
        for (var i = 0; i < 250; i++)
        {
            var markdown = new MarkdownGenerator((seed * 1000) + i).Document();
            var wiki = Wiki(markdown);
            Assert.True(
                Words(markdown) == Words(WikiMarkdown.Convert(wiki)),
                $"seed {(seed * 1000) + i}\n{markdown}\n---\n{wiki}\n---\n{WikiMarkdown.Convert(wiki)}");
        }
    }

    /// <summary>What a reader reads, in order; marks and boxes are not words.</summary>
    private static string Words(string markdown)
    {
        var texts = new List<string>();
        Collect(AdfWriter.Write(MarkdownDocument.Read(markdown)), texts);
        return string
            .Concat(texts)
            .Replace("☑", "", StringComparison.Ordinal)
            .Replace("☐", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal);
    }

    private static void Collect(JsonNode? node, List<string> texts)
    {
        if (node is JsonObject found && found["text"] is JsonValue text)
        {
            texts.Add((string)text!);
        }

        foreach (var child in node is JsonObject owner ? owner.Select(m => m.Value) : node is JsonArray list ? list : [])
        {
            Collect(child, texts);
        }
    }

    [GeneratedRegex(@"(?<!\\)[{}\[\]*!~^|+]|\\\\|^h\d\.|^bq\.|^#|://")]
    private static partial Regex Live();
}
