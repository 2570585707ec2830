using Microsoft.Extensions.Logging;

namespace Planner.Functions;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Step {Key} failed at attempt {Attempt}.")]
    public static partial void StepFailed(ILogger logger, string key, int attempt, Exception fault);

    [LoggerMessage(2, LogLevel.Information, "Run {RunId} of story version {Recorded} is succeeded by {Successor} of version {AtHand}.")]
    public static partial void Succeeded(ILogger logger, string runId, string recorded, string successor, string atHand);
}
