using Shop.Etl.Sales;

namespace Shop.Etl.Tests.Sales;

public sealed class SalesTransformerTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void Transform_SameProductInTwoOrders_IsOneRow()
    {
        var rows = new SalesTransformer().Transform([Line(1, 10, 2, 20m), Line(2, 10, 3, 27.50m)]);

        Assert.Equal(new DailySales(Monday, 10, "EUR", 2, 5, 47.50m), Assert.Single(rows));
    }

    [Fact]
    public void Transform_TwoCurrencies_AreNotAdded()
    {
        var rows = new SalesTransformer().Transform([Line(1, 10, 1, 5m), Line(2, 10, 1, 5m) with { Currency = "USD" }]);

        Assert.Equal(["EUR", "USD"], rows.Select(row => row.Currency));
    }

    [Fact]
    public void Transform_AnyOrderOfLines_GivesTheSameRows()
    {
        SalesLine[] lines = [Line(1, 11, 1, 5m), Line(1, 10, 1, 7m), Line(2, 11, 4, 20m)];

        Assert.Equal(new SalesTransformer().Transform(lines), new SalesTransformer().Transform(lines.Reverse()));
    }

    [Fact]
    public void Transform_NoLines_GivesNoRows() => Assert.Empty(new SalesTransformer().Transform([]));

    private static SalesLine Line(long order, long product, int quantity, decimal total) =>
        new(order, product, "EUR", Monday, quantity, total);
}
