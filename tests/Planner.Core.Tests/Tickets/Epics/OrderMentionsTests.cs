using Planner.Core.Tickets.Epics;
using Xunit;

namespace Planner.Core.Tests.Tickets.Epics;

public sealed class OrderMentionsTests
{
    [Theory]
    [InlineData("Starts after SHOP-2 is live.", "SHOP-1>SHOP-2")]
    [InlineData("It depends on SHOP-2, SHOP-3 and SHOP-4.", "SHOP-1>SHOP-2 SHOP-1>SHOP-3 SHOP-1>SHOP-4")]
    [InlineData("Needs the table of SHOP-2.", "SHOP-1>SHOP-2")]
    [InlineData("Once SHOP-2 is done, this blocks SHOP-3.", "SHOP-1>SHOP-2 SHOP-3>SHOP-1")]
    [InlineData("SHOP-5 comes after SHOP-6", "SHOP-5>SHOP-6")]
    [InlineData("See SHOP-2 for the layout.", "")]
    [InlineData("This does not depend on SHOP-2.", "")]
    [InlineData("It isn't blocked by SHOP-2", "")]
    [InlineData("After the release.\nSHOP-2 is like it.", "")]
    [InlineData("after a very long walk through everything that was ever said about this matter and more SHOP-2", "")]
    public void Order_IsReadFromWords(string text, string expected) => Assert.Equal(expected, Read(text, "SHOP-1"));

    [Fact]
    public void TextWithoutASpeaker_OrdersOnlyThoseItNames() =>
        Assert.Equal("SHOP-3>SHOP-2", Read("After SHOP-9 all is well. SHOP-3 waits for SHOP-2.", speaker: null));

    [Fact]
    public void HugeText_IsReadInTime() => Assert.NotEmpty(Read(string.Concat(Enumerable.Repeat("after SHOP-2 and SHOP-3 ", 20_000)), "SHOP-1"));

    [Theory]
    [InlineData("is blocked by", true, false)]
    [InlineData("blocks", false, true)]
    [InlineData("depends on", true, false)]
    [InlineData("is depended on by", false, true)]
    [InlineData("is required by", false, true)]
    [InlineData("requires", true, false)]
    [InlineData("has to be done after", true, false)]
    [InlineData("has to be done before", false, true)]
    [InlineData("relates to", false, false)]
    [InlineData("is cloned by", false, false)]
    public void Links_OrderByTheirWords(string relation, bool after, bool before) =>
        Assert.Equal((after, before), (LinkWords.ComesAfter(relation), LinkWords.ComesBefore(relation)));

    private static string Read(string text, string? speaker) => string.Join(' ', OrderMentions.In(text, speaker).Select(m => $"{m.Later}>{m.Earlier}"));
}
