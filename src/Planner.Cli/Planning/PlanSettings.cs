namespace Planner.Cli.Planning;

/// <summary>What <c>planner plan</c> was asked to do.</summary>
internal sealed record PlanSettings
{
    /// <summary>A ticket key or a file.</summary>
    public required string Ticket { get; init; }

    /// <summary>The code base's folder.</summary>
    public required string Codebase { get; init; }

    /// <summary>How specialists think: one of <c>ModelKinds</c>; null for what is set.</summary>
    public string? Model { get; init; }

    /// <summary>Where plans go; null where nobody said.</summary>
    public string? Out { get; init; }

    /// <summary>The folder of the engine's data, and of plans unless the settings say otherwise.</summary>
    public string Folder => Out ?? ".work";

    /// <summary>A PostgreSQL connection string, or null.</summary>
    public string? Database { get; init; }

    /// <summary>How long decisions are waited for; null for the default of the surroundings.</summary>
    public TimeSpan? DecisionTimeout { get; init; }

    /// <summary>True where nobody is asked.</summary>
    public required bool NonInteractive { get; init; }

    /// <summary>True where a failed gate or a provisional decision is a failure.</summary>
    public required bool Strict { get; init; }

    /// <summary>True where standard output is one JSON document.</summary>
    public required bool Json { get; init; }

    /// <summary>True where a person watches and can be asked.</summary>
    public bool IsInteractive => !NonInteractive && !Json && !Console.IsInputRedirected && !Console.IsOutputRedirected;
}
