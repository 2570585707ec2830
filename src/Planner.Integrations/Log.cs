using Microsoft.Extensions.Logging;

namespace Planner.Integrations;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Runs were not counted for the gauges; the next count is in a minute.")]
    public static partial void RunsNotCounted(ILogger logger, Exception fault);
}
