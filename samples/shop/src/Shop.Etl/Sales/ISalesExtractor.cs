namespace Shop.Etl.Sales;

public interface ISalesExtractor
{
    /// <summary>The sale dates of orders changed after <paramref name="after"/> and not later than <paramref name="until"/>.</summary>
    Task<IReadOnlyList<DateOnly>> ChangedDatesAsync(
        DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>All lines sold on a date, whether changed or not.</summary>
    Task<IReadOnlyList<SalesLine>> ReadDayAsync(DateOnly saleDate, CancellationToken cancellationToken);
}
