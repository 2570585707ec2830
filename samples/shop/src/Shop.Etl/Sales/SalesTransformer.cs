namespace Shop.Etl.Sales;

/// <summary>Adds up sold lines by date, product and currency.</summary>
public sealed class SalesTransformer
{
    public IReadOnlyList<DailySales> Transform(IEnumerable<SalesLine> lines) =>
    [
        .. lines
            .GroupBy(line => (line.SaleDate, line.ProductId, line.Currency))
            .OrderBy(group => group.Key.SaleDate)
            .ThenBy(group => group.Key.ProductId)
            .ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
            .Select(group => new DailySales(
                group.Key.SaleDate,
                group.Key.ProductId,
                group.Key.Currency,
                group.Select(line => line.OrderId).Distinct().Count(),
                group.Sum(line => line.Quantity),
                group.Sum(line => line.LineTotal))),
    ];
}
