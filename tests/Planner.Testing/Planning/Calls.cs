using Planner.Durability;

namespace Planner.Testing.Planning;

/// <summary>Calls for specialists and steps that are asked without an engine.</summary>
public static class Calls
{
    /// <summary>A first attempt at the beginning of time.</summary>
    public static StepCall First(CancellationToken cancellation = default) => new("run", "run/consult/1", 1, DateTimeOffset.UnixEpoch, cancellation);
}
