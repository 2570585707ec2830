using OpenTelemetry;
using OpenTelemetry.Logs;
using Planner.Core.Text.Secrets;

namespace Planner.Integrations.Telemetry;

/// <summary>Takes secrets by their shape out of log lines, before any exporter sees them: message, values and exception.</summary>
internal sealed class LogRedaction : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        data.Body = Clean(data.Body);
        data.FormattedMessage = Clean(data.FormattedMessage);
        data.Attributes = data.Attributes?.Select(Clean).ToList();
        if (data.Exception is { } fault && Redaction.Of(fault.ToString()) is var told && told != fault.ToString())
        {
            Replace(data, fault, told);
        }
    }

    // An exception cannot be changed: its words stand as values in its place, by their standard names.
    private static void Replace(LogRecord data, Exception fault, string told)
    {
        data.Attributes =
        [
            .. data.Attributes ?? [],
            new("exception.type", fault.GetType().FullName), new("exception.message", Redaction.Of(fault.Message)), new("exception.stacktrace", told),
        ];
        data.Exception = null;
    }

    private static KeyValuePair<string, object?> Clean(KeyValuePair<string, object?> attribute) =>
        attribute.Value is string text ? new(attribute.Key, Redaction.Of(text)) : attribute;

    private static string? Clean(string? text) => text is null ? null : Redaction.Of(text);
}
