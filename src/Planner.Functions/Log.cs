using Microsoft.Extensions.Logging;

namespace Planner.Functions;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Step {Key} failed at attempt {Attempt}.")]
    public static partial void StepFailed(ILogger logger, string key, int attempt, Exception fault);

    [LoggerMessage(2, LogLevel.Information, "Run {RunId} of story version {Recorded} is succeeded by {Successor} of version {AtHand}.")]
    public static partial void Succeeded(ILogger logger, string runId, string recorded, string successor, string atHand);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "Orchestration {InstanceId} is called {Workflow} and is none of this app's: its input cannot be read. It is passed over; {Count} so far.")]
    public static partial void Unreadable(ILogger logger, string instanceId, string workflow, int count);

    [LoggerMessage(4, LogLevel.Error, "No run could take over from {RunId}; the next sweep tries again.")]
    public static partial void SuccessionFailed(ILogger logger, string runId, Exception fault);

    [LoggerMessage(5, LogLevel.Information, "{Purged} runs past their retention were deleted, {Kept} that were looked at stay.")]
    public static partial void RunsPurged(ILogger logger, int purged, int kept);
}
