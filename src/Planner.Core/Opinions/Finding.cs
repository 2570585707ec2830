namespace Planner.Core.Opinions;

/// <summary>Whether a finding blocks.</summary>
public enum Severity
{
    /// <summary>Blocks the gate.</summary>
    Error,

    /// <summary>Worth knowing.</summary>
    Warning,
}

/// <summary>Something a check found.</summary>
/// <param name="Code">Like <c>Q1.uncovered</c>.</param>
/// <param name="Severity">Error or Warning.</param>
/// <param name="Artifact">The file it is in.</param>
/// <param name="Line">From 1; 0 where it is about the whole file.</param>
/// <param name="Id">The id it is about, or empty.</param>
/// <param name="Message">One sentence.</param>
public sealed record Finding(string Code, Severity Severity, string Artifact, int Line, string Id, string Message)
{
    /// <summary>The specialist that can mend it, or null.</summary>
    public string? Specialist { get; init; }
}
