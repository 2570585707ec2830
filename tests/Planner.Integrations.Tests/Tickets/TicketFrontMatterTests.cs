using System.Text;
using Planner.Core.Tickets;
using Planner.Integrations.Tickets;
using Xunit;

namespace Planner.Integrations.Tests.Tickets;

/// <summary>Front matter as people and programs write it, and what looks like it further down.</summary>
public sealed class TicketFrontMatterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("planner-ticket-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Ticket Read(string text)
    {
        var path = Path.Combine(folder, "a.md");
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: text.StartsWith("---\r", StringComparison.Ordinal)));
        return TicketFile.Read(path);
    }

    [Theory]
    [InlineData("---\nkey: SHOP-1\n---\n---\nlayout: ticket\n---\n# Totals are wrong\n\nBody.")]
    [InlineData("---\nkey: SHOP-1\n---\n\n---\nlayout: ticket\ntitle: Totals are wrong\n---\nBody.")]
    [InlineData("---\nlayout: x\n---\n---\nkey: SHOP-1\ntitle: Totals are wrong\n---\nBody.")]
    [InlineData("---\nkey: SHOP-1\ntitle: Totals are wrong\n---\n---\nkey: OTHER-2\ntitle: Another\n---\nBody.")]
    [InlineData("---\r\nkey: SHOP-1\r\n---\r\n---\r\nlayout: x\r\n---\r\n# Totals are wrong\r\n\r\nBody.")]
    [InlineData("---\nkey: SHOP-1\n---\n---\n# Totals are wrong\n\nBody.")]
    [InlineData("---\nkey: SHOP-1\n---\n<!-- from the wiki -->\n\n# Totals are wrong\n\nBody.")]
    [InlineData("---\nkey: SHOP-1\n---\nTotals are wrong\n---\n\nBody.")]
    [InlineData("---\nkey: SHOP-1\n---\nTotals are wrong\n================\nBody.")]
    public void SecondFrontMatter_DoesNotBlankTheTitle(string text)
    {
        var ticket = Read(text);

        Assert.Equal(("SHOP-1", "Totals are wrong"), (ticket.Key, ticket.Summary));
        Assert.Equal("Body.", ticket.Description.Split('\n')[^1]);
    }

    [Fact]
    public void BlockInTheText_IsText()
    {
        var ticket =
            Read("---\nkey: SHOP-1\n---\n# Totals are wrong\n\nThe page begins with:\n\n---\nkey: OTHER-2\ntitle: A page\nsummary: More\n---\n\nIt is shown.");

        Assert.Equal(("SHOP-1", "Totals are wrong"), (ticket.Key, ticket.Summary));
        Assert.Contains("title: A page", ticket.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void HeadingAfterWords_IsTheTitleWhereItIsOfTheFirstLevel()
    {
        var ticket = Read("---\nkey: SHOP-1\n---\nFrom a mail.\n\n```\n# not this\n```\n## nor this\n\n# Totals are wrong\n\nBody.");

        Assert.Equal("Totals are wrong", ticket.Summary);
        Assert.StartsWith("From a mail.", ticket.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: \"Totals: wrong\" # since May", "Totals: wrong")]
    [InlineData("title: 'It''s wrong'", "It's wrong")]
    [InlineData("title: Totals # since May", "Totals")]
    [InlineData("title: Bug: totals are wrong", "Bug: totals are wrong")]
    [InlineData("title: [Bug] totals are wrong", "[Bug] totals are wrong")]
    [InlineData("title: \"Totals\" are wrong", "\"Totals\" are wrong")]
    [InlineData("title: @ann's totals", "@ann's totals")]
    [InlineData("title: *bold* totals", "*bold* totals")]
    [InlineData("title: &x totals", "&x totals")]
    [InlineData("title: !!binary AAAA", "!!binary AAAA")]
    [InlineData("title: >\n  Totals\n  are wrong", "Totals are wrong")]
    [InlineData("title: |\n  Totals\n  ---\n  are wrong", "Totals --- are wrong")]
    [InlineData("fields:\n  title: Another\n  key: OTHER-2\ntitle: Totals", "Totals")]
    [InlineData("title:\ntitle: Totals", "Totals")]
    [InlineData("summary: ~\ntitle: Totals", "Totals")]
    [InlineData("TITLE: Totals", "Totals")]
    [InlineData("title: 42", "42")]
    [InlineData("title: yes", "yes")]
    public void Value_IsTheTextThatWasMeant(string line, string summary) =>
        Assert.Equal(
            ("SHOP-1", summary),
            (Read($"---\n# of the team\nkey: SHOP-1\n{line}\n---\nBody.").Key, Read($"---\nkey: SHOP-1\n{line}\n---\nBody.").Summary));

    [Theory]
    [InlineData("labels: [a, 'b, c']")]
    [InlineData("labels:\n- a\n- b, c")]
    [InlineData("labels:\n  - \"a\"\n  - b, c # two")]
    [InlineData("labels: [a,\n  \"b, c\"]")]
    public void List_IsReadInEveryForm(string lines) => Assert.Equal(["a", "b, c"], Read($"---\nkey: SHOP-1\n{lines}\n---\n# T\n").Labels);

    [Fact]
    public void References_AreTextAndNothingGrows() =>
        Assert.Equal("*b", Read("---\nkey: SHOP-1\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\n").Summary);

    [Theory]
    [InlineData("---\nkey: SHOP-1\ntitle: \"open\n---\nBody.", "line 3")]
    [InlineData("---\nkey: SHOP-1\n\ttitle: x\n---\nBody.", "line ")]
    public void WhatIsNoYaml_IsToldWithItsLine(string text, string line)
    {
        var fault = Assert.Throws<TicketUnreadableException>(() => Read(text));

        Assert.Contains("front matter is no YAML at", fault.Message, StringComparison.Ordinal);
        Assert.Contains(line, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\nJust words\n---\n# SHOP-1 Totals are wrong\n")]
    [InlineData("---\n\n---\n# SHOP-1 Totals are wrong\n")]
    [InlineData("---\n# SHOP-1 Totals are wrong\n")]
    public void LinesThatPart_AreNoFrontMatter(string text) => Assert.Equal(("SHOP-1", "Totals are wrong"), (Read(text).Key, Read(text).Summary));
}
