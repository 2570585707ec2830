namespace Shop.Etl.Sales;

public interface ISalesLoader
{
    /// <summary>Replaces every row of a date in one transaction, so that a repeated load changes nothing.</summary>
    Task ReplaceDayAsync(DateOnly saleDate, IReadOnlyList<DailySales> rows, CancellationToken cancellationToken);
}
