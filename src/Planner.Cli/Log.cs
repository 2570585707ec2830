using Microsoft.Extensions.Logging;

namespace Planner.Cli;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Count} runs past their retention were deleted; their plans stay")]
    public static partial void RunsPurged(ILogger logger, int count);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Runs past their retention could not be deleted; the next pass tries again")]
    public static partial void RetentionFailed(ILogger logger, Exception fault);
}
