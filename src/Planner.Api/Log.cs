using Microsoft.Extensions.Logging;

namespace Planner.Api;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Method} on '{Route}' failed.")]
    public static partial void RequestFailed(ILogger logger, string method, string route, Exception fault);

    [LoggerMessage(2, LogLevel.Warning, "Not ready: {Part} cannot be reached.")]
    public static partial void NotReady(ILogger logger, string part, Exception fault);

    [LoggerMessage(3, LogLevel.Information, "{Caller} asked to {Action} run {RunId}.")]
    public static partial void Asked(ILogger logger, string caller, string action, string runId);
}
