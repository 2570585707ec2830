using System.Diagnostics;
using OpenTelemetry;
using Planner.Core.Text.Secrets;

namespace Planner.Integrations.Telemetry;

/// <summary>Takes secrets by their shape out of spans, before any exporter sees them: instrumentations of others put there what they like.</summary>
internal sealed class SpanRedaction : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.ToArray())
        {
            if (value is string text && Redaction.Of(text) is var clean && !ReferenceEquals(clean, text))
            {
                data.SetTag(name, clean);
            }
        }

        data.DisplayName = Redaction.Of(data.DisplayName);
        if (data.StatusDescription is { } told)
        {
            data.SetStatus(data.Status, Redaction.Of(told));
        }
    }
}
