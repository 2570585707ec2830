using Planner.Core.Text;

namespace Planner.Core.Planning.Replanning;

/// <summary>Eight hex digits of a run's id that stand for its trigger: the same trigger is the same run.</summary>
internal static class RunDigest
{
    public static string Of(params ReadOnlySpan<string> trigger) =>
        TextHash.Of(string.Join('\0', trigger))[..8];
}
