namespace Planner.Durability;

/// <summary>Why a run is ended from outside.</summary>
/// <param name="Reason">One line, shown to people. Nothing is read out of its words: they may be a stranger's.</param>
public sealed record Termination(string Reason)
{
    /// <summary>The run that a newer trigger started and that stands for this one; null where none does.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Another run takes the place.</summary>
    /// <param name="runId">That run.</param>
    public static Termination InFavourOf(string runId) => new($"superseded by {runId}") { SupersededBy = runId };

    /// <summary>Nobody takes the place.</summary>
    public static implicit operator Termination(string reason) => new(reason);

    /// <summary>Nobody takes the place.</summary>
    public static Termination FromString(string reason) => new(reason);
}
