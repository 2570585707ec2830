using System.Diagnostics;

namespace Planner.Durability.Telemetry;

/// <summary>What a step is told of traces, each a W3C <c>traceparent</c> or null where nobody traced.</summary>
/// <param name="Parent">The span that started the run. All steps of the run are its children, however much later they run.</param>
/// <param name="Cause">The span whose signal made the run go on, often days later: a link, not a parent.</param>
public sealed record TraceLine(string? Parent, string? Cause = null)
{
    /// <summary>Nobody traced.</summary>
    public static TraceLine None { get; } = new((string?)null);

    /// <summary>The span at work, to be kept beside what it starts; null where nobody listens.</summary>
    public static string? Current => PlannerTelemetry.Source.HasListeners() && Activity.Current is { IdFormat: ActivityIdFormat.W3C } at ? at.Id : null;

    /// <summary>Starts a span under the parent. Where the host itself traces the same trace, it stands under the host's span.</summary>
    internal Activity? Start(string name, ActivityKind kind)
    {
        if (!PlannerTelemetry.Source.HasListeners())
        {
            return null;
        }

        var kept = Read(Parent);
        var host = Activity.Current?.Context ?? default;
        var links = new List<ActivityLink>();
        if (kept != default && host != default && host.TraceId != kept.TraceId)
        {
            links.Add(new ActivityLink(host));
        }

        if (Read(Cause) is var cause && cause != default)
        {
            links.Add(new ActivityLink(cause));
        }

        return PlannerTelemetry.Source.StartActivity(kind, kept == default || host.TraceId == kept.TraceId ? host : kept, links: links, name: name);
    }

    // What cannot be read was written by another version or by a stranger; the trace begins anew then.
    private static ActivityContext Read(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var context) ? context : default;
}
