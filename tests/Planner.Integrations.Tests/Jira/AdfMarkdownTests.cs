using System.Text.Json;
using Planner.Integrations.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira;

public sealed class AdfMarkdownTests
{
    private static string Convert(string content) =>
        AdfMarkdown.Convert(JsonDocument.Parse(
            $$"""{"type":"doc","version":1,"content":[{{content}}]}""",
            new JsonDocumentOptions { MaxDepth = 2000 }).RootElement);

    private static string Paragraph(string inline) => $$"""{"type":"paragraph","content":[{{inline}}]}""";

    private static string Text(string text, string marks = "") => $$"""{"type":"text","text":"{{text}}","marks":[{{marks}}]}""";

    private static string Item(string blocks) => $$"""{"type":"listItem","content":[{{blocks}}]}""";

    private static string Cell(string kind, string text) => $$"""{"type":"{{kind}}","content":[{{Paragraph(Text(text))}}]}""";

    [Fact]
    public void HeadingAndParagraph_AreParted() => Assert.Equal(
        "## Goal\n\nReturns take days.",
        Convert($$"""{"type":"heading","attrs":{"level":2},"content":[{{Text("Goal")}}]},""" + Paragraph(Text("Returns take days."))));

    [Theory]
    [InlineData("""{"type":"strong"}""", "**order_id**")]
    [InlineData("""{"type":"em"}""", "*order_id*")]
    [InlineData("""{"type":"code"}""", "`order_id`")]
    [InlineData("""{"type":"strike"}""", "~~order_id~~")]
    [InlineData("""{"type":"code"},{"type":"strong"}""", "**`order_id`**")]
    [InlineData("""{"type":"textColor","attrs":{"color":"#ff0000"}}""", "order_id")]
    [InlineData("""{"type":"link","attrs":{"href":"https://example.com/a(b)"}}""", "[order_id](https://example.com/a%28b%29)")]
    [InlineData("""{"type":"link","attrs":{"href":"javascript:alert(1)"}}""", "order_id (javascript:alert(1))")]
    [InlineData("""{"type":"markOfTomorrow"}""", "order_id")]
    public void Mark_BecomesMarkdown(string marks, string expected) => Assert.Equal(expected, Convert(Paragraph(Text("order_id", marks))));

    [Fact]
    public void SpaceInsideAMark_StandsOutside() =>
        Assert.Equal("**now** or later", Convert(Paragraph(Text("now ", """{"type":"strong"}""") + "," + Text("or later"))));

    [Fact]
    public void NestedLists_KeepTheirDepth()
    {
        var inner = $$"""{"type":"orderedList","attrs":{"order":3},"content":[{{Item(Paragraph(Text("three")))}},{{Item(Paragraph(Text("four")))}}]}""";
        var outer = $$"""{"type":"bulletList","content":[{{Item(Paragraph(Text("first")) + "," + inner)}},{{Item(Paragraph(Text("second")))}}]}""";

        Assert.Equal("- first\n  3. three\n  4. four\n- second", Convert(outer));
    }

    [Fact]
    public void TaskList_ShowsWhatIsDone() => Assert.Equal(
        "- [x] read\n- [ ] write\n  - [ ] nested",
        Convert(
            $$"""{"type":"taskList","content":[{"type":"taskItem","attrs":{"state":"DONE"},"content":[{{Text(
                "read")}}]},{"type":"taskItem","attrs":{"state":"TODO"},"content":[{{Text(
                "write")}}]},{"type":"taskList","content":[{"type":"taskItem","attrs":{"state":"TODO"},"content":[{{Text("nested")}}]}]}]}"""));

    [Fact]
    public void Table_KeepsCellsOnTheirLines()
    {
        var header = $$"""{"type":"tableRow","content":[{{Cell("tableHeader", "Column")}},{{Cell("tableHeader", "Type")}}]}""";
        var row =
            $$"""{"type":"tableRow","content":[{{Cell(
                "tableCell",
                "a|b")}},{"type":"tableCell","content":[{{Paragraph(Text("one"))}},{{Paragraph(Text("two"))}}]}]}""";

        Assert.Equal("| Column | Type |\n| --- | --- |\n| a\\|b | one<br>two |", Convert($$"""{"type":"table","content":[{{header}},{{row}}]}"""));
    }

    [Fact]
    public void TableWithoutHeader_GetsAnEmptyOne() => Assert.Equal(
        "|  |\n| --- |\n| only |",
        Convert($$"""{"type":"table","content":[{"type":"tableRow","content":[{{Cell("tableCell", "only")}}]}]}"""));

    [Fact]
    public void CodeBlock_IsFencedBeyondItsOwnFences() => Assert.Equal(
        "````sql\nSELECT 1;\n```\n````",
        Convert("""{"type":"codeBlock","attrs":{"language":"sql"},"content":[{"type":"text","text":"SELECT 1;\n```"}]}"""));

    [Fact]
    public void Panel_IsAQuoteWithItsKind() => Assert.Equal(
        "> **Warning**\n>\n> Nightly only.",
        Convert($$"""{"type":"panel","attrs":{"panelType":"warning"},"content":[{{Paragraph(Text("Nightly only."))}}]}"""));

    [Fact]
    public void Expand_KeepsTitleAndBody() => Assert.Equal(
        "**Details**\n\nHidden.",
        Convert($$"""{"type":"expand","attrs":{"title":"Details"},"content":[{{Paragraph(Text("Hidden."))}}]}"""));

    [Theory]
    [InlineData("""{"type":"mention","attrs":{"id":"5b1","text":"@Ann Lee"}}""", "@Ann Lee")]
    [InlineData("""{"type":"mention","attrs":{"id":"5b1"}}""", "@5b1")]
    [InlineData("""{"type":"date","attrs":{"timestamp":"1582152559000"}}""", "2020-02-19")]
    [InlineData("""{"type":"status","attrs":{"text":"DONE","color":"green"}}""", "[DONE]")]
    [InlineData("""{"type":"emoji","attrs":{"shortName":":tada:"}}""", ":tada:")]
    [InlineData("""{"type":"inlineCard","attrs":{"url":"https://example.com/x"}}""", "<https://example.com/x>")]
    [InlineData("""{"type":"inlineCard","attrs":{"data":{"url":"https://example.com/x","name":"Spec"}}}""", "[Spec](https://example.com/x)")]
    [InlineData("""{"type":"mediaInline","attrs":{"id":"f1","alt":"error.png"}}""", "(attachment: error.png)")]
    [InlineData("""{"type":"inlineOfTomorrow","attrs":{"text":"kept"}}""", "kept")]
    public void Inline_KeepsWhatItSays(string node, string expected) => Assert.Equal(expected, Convert(Paragraph(node)));

    [Fact]
    public void HardBreak_IsALine() => Assert.Equal("Given\nWhen", Convert(Paragraph(Text("Given") + """,{"type":"hardBreak"},""" + Text("When"))));

    [Fact]
    public void UnknownBlock_GivesItsContent() => Assert.Equal(
        "inside\n\nafter",
        Convert($$"""{"type":"blockOfTomorrow","content":[{{Paragraph(Text("inside"))}}]},""" + Paragraph(Text("after"))));

    [Fact]
    public void Layout_GivesItsColumnsInOrder() => Assert.Equal(
        "left\n\nright",
        Convert(
            $$"""{"type":"layoutSection","content":[{"type":"layoutColumn","content":[{{Paragraph(
                Text("left"))}}]},{"type":"layoutColumn","content":[{{Paragraph(Text("right"))}}]}]}"""));

    [Theory]
    [InlineData("blockquote")]
    [InlineData("bulletList")]
    [InlineData("nodeOfTomorrow")]
    [InlineData("table")]
    public void AbsurdDepth_KeepsTheText(string type)
    {
        var open = string.Concat(Enumerable.Repeat($$"""{"type":"{{type}}","content":[""", 900));
        var document = open + Text("deep") + string.Concat(Enumerable.Repeat("]}", 900));

        Assert.Contains(type == "table" ? "" : "deep", Convert(document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"paragraph"}""")]
    [InlineData("""{"type":5,"content":{}}""")]
    [InlineData("""{"content":[null,1,"text",[]]}""")]
    [InlineData("""{"type":"heading","attrs":{"level":"x"},"content":"no"}""")]
    [InlineData("""{"type":"table","content":[{"type":"tableRow"}]}""")]
    public void MalformedNode_GivesNothing(string node) => Assert.Equal("", Convert(node));
}
