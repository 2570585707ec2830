using Planner.Core.Tickets;
using Xunit;

namespace Planner.Core.Tests.Tickets;

/// <summary>What people type into a ticket and CommonMark reads as something else: why tickets keep a reader of their own.</summary>
public sealed class HalfMarkdownTests
{
    [Theory]
    [InlineData("Acceptance criteria\n• The order is kept.\n• The mail is sent.")]
    [InlineData("Acceptance criteria:\n\n    - The order is kept.\n    - The mail is sent.")]
    [InlineData("Acceptance criteria:\n2. The order is kept.\n3. The mail is sent.")]
    [InlineData("## Acceptance criteria\n| AC1 | The order is kept. |\n| AC2 | The mail is sent. |")]
    [InlineData("Some text\n**Acceptance criteria**\n- The order is kept.\n- The mail is sent.")]
    public void CriteriaInHalfMarkdown_AreRead(string description)
    {
        var ticket = new Ticket { Key = "SHOP-1", Summary = "Keep orders", Description = description };

        Assert.Equal(["The order is kept.", "The mail is sent."], CriteriaReader.Freeze(ticket).Items.Select(i => i.Text));
    }

    [Fact]
    public void PipeInCodeInATable_IsNoCell()
    {
        var ticket = new Ticket { Key = "SHOP-1", Summary = "Keep orders", Description = "## AC\n\n| Id | Text |\n|---|---|\n| 1 | `a \\| b` works |" };

        Assert.Equal("`a | b` works", Assert.Single(CriteriaReader.Freeze(ticket).Items).Text);
    }
}
