using Microsoft.Extensions.Logging;

namespace Planner.Engine;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Engine open on {Directory}: {Unfinished} runs have not ended")]
    public static partial void Opened(ILogger logger, string directory, int unfinished);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Attempt {Attempt} of {Key} failed")]
    public static partial void StepFailed(ILogger logger, string key, int attempt, Exception fault);

    [LoggerMessage(EventId = 3, Level = LogLevel.Critical, Message = "The engine has stopped")]
    public static partial void Stopped(ILogger logger, Exception fault);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "A turn of a run failed")]
    public static partial void TurnFailed(ILogger logger, Exception fault);

    [LoggerMessage(EventId = 5, Level = LogLevel.Warning, Message = "Run {InstanceId} is left alone: no workflow is registered as {Workflow}")]
    public static partial void WorkflowMissing(ILogger logger, string instanceId, string workflow);

    [LoggerMessage(
        EventId = 6,
        Level = LogLevel.Warning,
        Message = "Run {InstanceId} is left alone: it belongs to version {Recorded} of {Workflow}, and this planner has {AtHand}")]
    public static partial void StoryNewer(ILogger logger, string instanceId, string recorded, string workflow, string atHand);
}
