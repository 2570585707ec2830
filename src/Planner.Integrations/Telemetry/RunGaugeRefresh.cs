using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Planner.Durability;

namespace Planner.Integrations.Telemetry;

/// <summary>Refreshes the gauges once a minute. One count that fails is logged, and the figures before it stand until they are too old.</summary>
internal sealed class RunGaugeRefresh(RunGauges gauges, IWorkflowClient client, TimeProvider time, ILogger<RunGaugeRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            await Count(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Count(CancellationToken stopping)
    {
        try
        {
            await gauges.Refresh(client, stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            Log.RunsNotCounted(logger, e);
        }
    }
}
