namespace Planner.Functions.Durable;

/// <summary>
/// The custom status of a run that a host met with another story version. Durable Task may report that as a body that is not
/// deterministic, and keeps nothing of what the orchestrator threw or returned; the status it keeps.
/// </summary>
internal static class StoryVersionMark
{
    private const string Prefix = "met by story version ";

    public static string Of(string atHand) => Prefix + atHand;

    public static bool IsOne(string? status) => status?.StartsWith(Prefix, StringComparison.Ordinal) == true;
}
