using System.Text.Json;
using System.Text.Json.Nodes;
using Planner.Core.Conversation.Comments;
using Planner.Core.Tickets;
using Planner.Integrations.Jira;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Writing;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Writing;

public sealed class AdfWritingTests
{
    private static JsonNode Adf(string markdown) => CommentBody.Of(markdown, JiraDeployment.Cloud, null);

    private static string Content(string markdown) => Adf(markdown)["content"]!.ToJsonString();

    private static string Back(JsonNode adf) => AdfMarkdown.Convert(JsonSerializer.SerializeToElement(adf));

    [Theory]
    [InlineData("**a**", """[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"strong"}]}]}]""")]
    [InlineData("**`a`**", """[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"code"}]}]}]""")]
    [InlineData("# a", """[{"type":"heading","attrs":{"level":1},"content":[{"type":"text","text":"a"}]}]""")]
    [InlineData(
        "- # a",
        """[{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":"""
        + """[{"type":"strong"}]}]}]}]}]""")]
    [InlineData(
        "3. a",
        """[{"type":"orderedList","attrs":{"order":3},"content":[{"type":"listItem","content":"""
        + """[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]}]}]""")]
    [InlineData("a<br>b", """[{"type":"paragraph","content":[{"type":"text","text":"a"},{"type":"hardBreak"},{"type":"text","text":"b"}]}]""")]
    [InlineData("[a](javascript:alert(1))", """[{"type":"paragraph","content":[{"type":"text","text":"a (javascript:alert(1))"}]}]""")]
    [InlineData("[@Ann](mention:5c5f88)", """[{"type":"paragraph","content":[{"type":"mention","attrs":{"id":"5c5f88","text":"@Ann"}}]}]""")]
    [InlineData(
        "a PROVISIONAL b",
        """[{"type":"paragraph","content":[{"type":"text","text":"a "},{"type":"status","attrs":{"text":"PROVISIONAL","color":"yellow"}},"""
            + """{"type":"text","text":" b"}]}]""")]
    [InlineData(
        "**NEEDS ATTENTION** a",
        """[{"type":"paragraph","content":[{"type":"status","attrs":{"text":"NEEDS ATTENTION","color":"red"}},{"type":"text","text":" a"}]}]""")]
    [InlineData("`PROVISIONAL`", """[{"type":"paragraph","content":[{"type":"text","text":"PROVISIONAL","marks":[{"type":"code"}]}]}]""")]
    [InlineData("```sql\nselect 1\n```", """[{"type":"codeBlock","attrs":{"language":"sql"},"content":[{"type":"text","text":"select 1"}]}]""")]
    [InlineData("---", """[{"type":"rule"}]""")]
    [InlineData("", "[]")]
    public void Markdown_BecomesAdf(string markdown, string expected) => Assert.Equal(expected, Content(markdown));

    [Fact]
    public void ForeignMention_StaysText() => Assert.DoesNotContain("\"mention\"", Content(PlanComment.Questions(
        new Ticket { Key = "SHOP-1", Summary = "s", Description = "", Reporter = "[@Boss](mention:1234)" }, "[@Boss](mention:1234)", ["[~boss] @boss"])),
        StringComparison.Ordinal);

    [Fact]
    public void SameText_GivesTheSameBytes() => Assert.Equal(Content("- [ ] a\n- [x] b"), Content("- [ ] a\n- [x] b"));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WellMadeMarkdown_KeepsItsMeaningThereAndBack(int seed)
    {
        for (var i = 0; i < 250; i++)
        {
            var markdown = new MarkdownGenerator((seed * 1000) + i).Document();
            var there = Adf(markdown);
            var again = Adf(Back(there));
            Assert.True(
                JsonNode.DeepEquals(there, again),
                $"seed {(seed * 1000) + i}\n{markdown}\n--- came back as\n{Back(there)}\n{there.ToJsonString()}\n{again.ToJsonString()}");
        }
    }

    [Fact]
    public void LongComment_IsCutBetweenRowsAndSaysWhereTheRestIs()
    {
        var table = "| a | b |\n| --- | --- |\n" + string.Concat(Enumerable.Range(0, 900).Select(i => $"| {i} | some words |\n"));

        var adf = CommentBody.Of("first\n\n" + table + "\nlast", JiraDeployment.Cloud, new Uri("https://planner.example/runs/SHOP-1-t1"));

        Assert.InRange(CommentBody.Length(adf), 31_000, CommentBody.MaxLength);
        Assert.Equal("https://planner.example/runs/SHOP-1-t1", (string?)adf["content"]!.AsArray()[^1]!["content"]![1]!["marks"]![0]!["attrs"]!["href"]);
        Assert.DoesNotContain("\"last\"", adf.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("😀")]
    [InlineData("\"")]
    public void LongParagraph_IsCutBetweenCharacters(string piece)
    {
        var adf = CommentBody.Of(string.Concat(Enumerable.Repeat(piece, 40_000)), JiraDeployment.Cloud, null);

        Assert.InRange(CommentBody.Length(adf), 31_000, CommentBody.MaxLength);
        Assert.DoesNotContain("\\uFFFD", adf.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void ListsInListsWithoutEnd_EndSomewhere()
    {
        var deep = string.Join('\n', Enumerable.Range(0, 400).Select(i => new string(' ', i * 2) + "- a"));

        Assert.InRange(CommentBody.Length(Adf(deep)), 10, CommentBody.MaxLength);
    }

    public static TheoryData<int> Seeds => [1, 2, 3, 4];
}
