using Microsoft.Extensions.Logging;

namespace Planner.Integrations;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Runs were not counted for the gauges; the next count is in a minute.")]
    public static partial void RunsNotCounted(ILogger logger, Exception fault);

    [LoggerMessage(2, LogLevel.Warning, "The model's deployment {Deployment} is asked again in {Pause:0.0} s: {Why}.")]
    public static partial void ModelAskedAgain(this ILogger logger, string deployment, string why, double pause);

    [LoggerMessage(
        3,
        LogLevel.Debug,
        "The model's deployment {Deployment} gave a {Kind} for {Input} tokens ({Cached} cached) with {Output} in {Seconds:0.0} s.")]
    public static partial void ModelAnswered(this ILogger logger, string deployment, string kind, long input, long cached, long output, double seconds);

    [LoggerMessage(4, LogLevel.Warning, "The tool server {Server} is not used: it {Why}.")]
    public static partial void ToolServerNotUsed(this ILogger logger, string server, string why);

    [LoggerMessage(5, LogLevel.Warning, "The tool {Server}/{Tool} gave nothing: its server {Why}.")]
    public static partial void ToolNotAnswered(this ILogger logger, string server, string tool, string why);
}
