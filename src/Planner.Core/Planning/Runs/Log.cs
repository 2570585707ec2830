using Microsoft.Extensions.Logging;

namespace Planner.Core.Planning.Runs;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The comment on {Ticket} still says that a run is at work, which has failed: {Reason}")]
    public static partial void CommentStays(ILogger logger, string ticket, string reason);

    [LoggerMessage(EventId = 10, Level = LogLevel.Error, Message = "Run {RunId} is past its retention and could not be deleted; the next pass tries again")]
    public static partial void RunStays(ILogger logger, string runId, Exception fault);
}
