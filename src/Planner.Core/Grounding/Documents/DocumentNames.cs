using System.Text.RegularExpressions;

namespace Planner.Core.Grounding.Documents;

/// <summary>Names of code in a text: what stands in backticks, and words that only code is written in.</summary>
public static partial class DocumentNames
{
    /// <summary>Distinct, in their order.</summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. Quoted().Matches(text).Select(m => m.Groups["name"].Value)
            .Concat(Shaped().Matches(text).Select(m => m.Value))
            .Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"`(?<name>[^`\n]{2,80})`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"\b([a-z0-9]+_[a-z0-9_]+|[A-Z][a-z0-9]+([A-Z][A-Za-z0-9]*)+|I[A-Z][a-z0-9]+[A-Za-z0-9]*|/[a-z][A-Za-z0-9/{}_-]{3,})",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shaped();
}
