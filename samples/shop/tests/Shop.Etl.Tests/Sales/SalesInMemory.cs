using Shop.Etl.Sales;

namespace Shop.Etl.Tests.Sales;

/// <summary>Orders on one side, the reporting table on the other, and the watermark between them.</summary>
internal sealed class SalesInMemory : IWatermarkStore, ISalesExtractor, ISalesLoader
{
    public Dictionary<DateOnly, IReadOnlyList<SalesLine>> ChangedDays { get; } = [];
    public Dictionary<DateOnly, IReadOnlyList<DailySales>> Loaded { get; } = [];
    public DateTimeOffset Watermark { get; private set; } = DateTimeOffset.UnixEpoch;
    public bool LoadFails { get; set; }

    public Task<DateTimeOffset> ReadAsync(string jobName, CancellationToken cancellationToken) =>
        Task.FromResult(Watermark);

    public Task WriteAsync(string jobName, DateTimeOffset watermark, CancellationToken cancellationToken)
    {
        Watermark = watermark;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DateOnly>> ChangedDatesAsync(
        DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DateOnly>>([.. ChangedDays.Keys.Order()]);

    public Task<IReadOnlyList<SalesLine>> ReadDayAsync(DateOnly saleDate, CancellationToken cancellationToken) =>
        Task.FromResult(ChangedDays[saleDate]);

    public Task ReplaceDayAsync(DateOnly saleDate, IReadOnlyList<DailySales> rows, CancellationToken cancellationToken)
    {
        if (LoadFails)
        {
            throw new IOException("The disk is full.");
        }

        Loaded[saleDate] = rows;
        return Task.CompletedTask;
    }
}
