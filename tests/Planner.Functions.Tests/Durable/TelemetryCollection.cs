namespace Planner.Functions.Tests.Durable;

/// <summary>Tests that hear the whole process, one after the other and with none beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "Telemetry";
}
