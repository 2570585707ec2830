using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Shop.Etl.Sales;

/// <summary>
/// Nightly: rebuilds <c>reporting.daily_sales</c> for every date that has an order changed since the watermark. A date
/// is rebuilt whole, so a run that was killed is simply run again. The watermark moves only after all dates are loaded.
/// </summary>
public sealed class SalesExportJob(
    IWatermarkStore watermarks,
    ISalesExtractor extractor,
    SalesTransformer transformer,
    ISalesLoader loader,
    IOptions<SalesExportOptions> options,
    TimeProvider clock,
    ILogger<SalesExportJob> logger)
{
    public async Task<SalesExportResult> RunAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var until = clock.GetUtcNow() - settings.SafetyLag;
        var after = await watermarks.ReadAsync(settings.JobName, cancellationToken);
        var dates = await extractor.ChangedDatesAsync(after, until, cancellationToken);
        var rows = 0;
        foreach (var date in dates)
        {
            rows += await RebuildAsync(date, cancellationToken);
        }

        await watermarks.WriteAsync(settings.JobName, until, cancellationToken);
        return new SalesExportResult(dates.Count, rows, until);
    }

    private async Task<int> RebuildAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var lines = await extractor.ReadDayAsync(date, cancellationToken);
        var rows = transformer.Transform(lines);
        await loader.ReplaceDayAsync(date, rows, cancellationToken);
        logger.LogInformation("{Date}: {Rows} rows.", date, rows.Count);
        return rows.Count;
    }
}

/// <param name="Watermark">Changes up to here are exported.</param>
public sealed record SalesExportResult(int Days, int Rows, DateTimeOffset Watermark);
