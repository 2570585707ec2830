using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Planner.Core.Planning.Retention;
using Planner.Engine;

namespace Planner.Cli.Serving;

/// <summary>Deletes runs past their retention while the server is up, some pages at a time, and gives their space back.</summary>
internal sealed class RetentionLoop(RunRetention retention, EmbeddedEngine engine, TimeProvider clock, ILogger<RetentionLoop> logger) : BackgroundService
{
    private const int PagesAtOnce = 20;

    /// <summary>Between two passes. The first one comes soon after the start, when runs that were under way go on.</summary>
    internal static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Before the first pass.</summary>
    internal static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = AfterStart; ; pause = Every)
        {
            await Task.Delay(pause, clock, stoppingToken);
            await Pass(stoppingToken);
        }
    }

    // A fault (a full disk, a store that is away) is told and does not end the server.
    private async Task Pass(CancellationToken cancellation)
    {
        try
        {
            string? cursor = null;
            var purged = 0;
            do
            {
                var report = await retention.Purge(clock.GetUtcNow(), cursor, PagesAtOnce, () => false, cancellation);
                (cursor, purged) = (report.Cursor, purged + report.Purged);
            }
            while (cursor is not null);
            await engine.Compact();
            if (purged > 0)
            {
                Log.RunsPurged(logger, purged);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.RetentionFailed(logger, e);
        }
    }
}
