using Planner.Api.Access;

namespace Planner.Api.Decisions;

/// <summary>In whose name an answer is given.</summary>
internal static class Actor
{
    private const int LongestName = 200;
    private const int LongestText = 4_000;

    /// <summary>The name, or what is wrong. Only operators speak for others.</summary>
    public static (string? By, string? Fault) Of(Caller caller, string? decidedBy) => decidedBy?.Trim() switch
    {
        null or "" => (caller.Name, null),
        _ when caller.Role < ApiRole.Operator => (null, null),
        { Length: > LongestName } => (null, $"`decidedBy` must be at most {LongestName} characters."),
        var name when name.Any(char.IsControl) => (null, "`decidedBy` must be one line."),
        var name => (name, null),
    };

    /// <summary>True for words that may be kept.</summary>
    public static bool IsText(string text) => text.Length <= LongestText && !text.Contains('\0', StringComparison.Ordinal);
}
