using System.Text.RegularExpressions;

namespace Planner.Codebase.Practices;

/// <summary>A heading's text.</summary>
internal static partial class MarkdownHeading
{
    /// <summary>Null where the line is none.</summary>
    public static string? Of(string line) =>
        Heading().Match(line) is { Success: true } match ? match.Groups["text"].Value.TrimEnd('#', ' ').Replace("`", "", StringComparison.Ordinal) : null;

    [GeneratedRegex(@"\A#{1,6}\s+(?<text>\S.*)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();
}
