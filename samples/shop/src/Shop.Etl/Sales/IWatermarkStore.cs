namespace Shop.Etl.Sales;

public interface IWatermarkStore
{
    /// <summary>Up to when changes have been exported; the beginning of time for a job that never ran.</summary>
    Task<DateTimeOffset> ReadAsync(string jobName, CancellationToken cancellationToken);

    Task WriteAsync(string jobName, DateTimeOffset watermark, CancellationToken cancellationToken);
}
