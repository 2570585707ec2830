using Planner.Specialists.Catalogue;
using Xunit;

namespace Planner.Specialists.Tests.Catalogue;

/// <summary>Facts in the texts of a file.</summary>
public sealed class FillingTests
{
    [Fact]
    public void Value_StandsInItsSlot() => Assert.Equal("`orders` has 3 rows.", Told("`{table}` has {rows} rows.", new { Table = "orders", Rows = 3 }));

    [Theory]
    [InlineData("{rows}")]
    [InlineData("{unknown} {")]
    [InlineData("(not rows) $& $1 }")]
    public void ValueWithBraces_StaysAsItIs(string table) => Assert.Equal($"{table} has 3.", Told("{table} has {rows}.", new { Table = table, Rows = 3 }));

    [Fact]
    public void SlotThatIsNotOffered_IsRefused()
    {
        var fault = Assert.Throws<CatalogueException>(() => Told("{table} has {rows}.", new { Table = "orders" }));

        Assert.Contains("Catalogue/risks/x.md: the section 'Title' uses {rows}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SlotWithoutValue_IsRefused() =>
        Assert.Throws<CatalogueException>(() => Told("{table} is there.", new { Table = (string?)null }));

    [Theory]
    [InlineData("orders", true, "It is orders. Both.")]
    [InlineData("orders", false, "It is orders. One.")]
    [InlineData(null, true, "Nothing is.")]
    public void SentenceWithCases_IsToldWhereTheyHold(string? table, bool both, string expected)
    {
        const string Text = "(table) It is {table}.\n\n(not table) Nothing is.\n\n(table, both) Both.\n\n(table, not both) One.";

        Assert.Equal(expected, Told(Text, new { Table = table, Both = both }));
    }

    [Fact]
    public void SectionWhoseCasesDoNotHold_IsRefused() =>
        Assert.Throws<CatalogueException>(() => Told("(both) Both.", new { Both = false }));

    [Fact]
    public void ItemsOfAList_AreToldOneByOne() =>
        Assert.Equal(["one", "two"], Filled("# Option A\n\n## Pros\n\n- one\n- (many) two\n- (not many) three", new { Many = true }).List("Option A/Pros"));

    [Theory]
    [InlineData("# Title\n\n{table is open")]
    [InlineData("# Title\n\n{Table} and {}")]
    [InlineData("# Title\n\n# Detection\n\nNo title.")]
    [InlineData("# Title\n\nOne.\n\n# Title\n\nTwo.")]
    [InlineData("Above.\n\n# Title\n\nOne.")]
    public void FileThatIsBroken_IsRefused(string body) => Assert.Throws<CatalogueException>(() => CatalogueFile.Parse("risks/x", Head + body));

    [Fact]
    public void FileThatIsMissing_IsRefused() => Assert.Throws<CatalogueException>(() => RiskTemplate.Of("no-such-risk"));

    [Fact]
    public void FactThatNoTextUses_IsRefused() =>
        Assert.Throws<CatalogueException>(() => RiskTemplate.Of("deletion").Raise(new { Table = "orders" }, "owner", ["task"]));

    private const string Head = "---\nkey: x\n---\n\n";

    private static string Told(string section, object facts) => Filled($"# Title\n\n{section}", facts).Text("Title");

    private static FilledEntry Filled(string body, object facts) => new(CatalogueFile.Parse("risks/x", Head + body), SlotValues.Of(facts));
}
