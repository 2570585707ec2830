using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace Planner.Durability.Telemetry;

/// <summary>The one source of spans and the one meter. Who listens, and where it goes, is the host's to say; unheard they cost next to nothing.</summary>
public static class PlannerTelemetry
{
    /// <summary>The name of both.</summary>
    public const string Name = "Planner";

    private static readonly string? Version =
        typeof(PlannerTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    /// <summary>Where spans start.</summary>
    public static ActivitySource Source { get; } = new(Name, Version);

    /// <summary>Where counters and histograms are made, once for the process.</summary>
    public static Meter Meter { get; } = new(Name, Version);

    /// <summary>A meter of the same name for gauges that end with the object that observes them; the owner disposes of it.</summary>
    public static Meter OwnMeter() => new(Name, Version);
}
