using System.Text.RegularExpressions;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>Whether a text speaks of what people see.</summary>
internal static partial class Screens
{
    private static readonly string[] Seen = Lexicon.Words("reading", "seen");

    public static bool IsAbout(string text) => Words.Any(Paging().Replace(text, ""), Seen);

    // A page of results is nothing that people see.
    [GeneratedRegex(
        @"\b(page size|pages? of|per page|next page|form of)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Paging();
}
