using System.Text;
using System.Text.RegularExpressions;
using Planner.Core.Text;
using Planner.Core.Text.Words;

namespace Planner.Core.Opinions.Guarding.Noticing;

/// <summary>
/// Tells readers of a plan that something which was read speaks to a model. Nobody relies on it: whoever wants to pass unnoticed can,
/// and what holds does not depend on it.
/// </summary>
internal static partial class NoticedInstructions
{
    private const int Longest = 400_000;
    private const int WidthOfLetters = 0xFEE0;

    private static readonly (string What, string[] Phrases)[] Kinds =
    [
        ("tells a model what to do", Vocabulary.Words("noticing", "orders")),
        ("takes the part of a system, a model or a tool", Vocabulary.Words("noticing", "roles")),
        ("wants something sent elsewhere", Vocabulary.Words("noticing", "sending")),
        ("says what people decided or how sure to be", Vocabulary.Words("noticing", "settling")),
    ];

    /// <summary>What is noticed in a text, a few words for each kind; empty where nothing is. None of the text is repeated.</summary>
    /// <param name="text">As it was read.</param>
    /// <param name="isProse">Comments that nobody sees are common in code and pages, and not in what people write.</param>
    public static IReadOnlyList<string> In(string text, bool isProse)
    {
        var read = text.Length > Longest ? text[..Longest] : text;
        var plain = Plain(read);
        var found = Kinds.Where(k => k.Phrases.Any(p => plain.Contains(p, StringComparison.Ordinal))).Select(k => k.What).ToList();
        if (Voice().IsMatch(read) && !found.Contains(Kinds[1].What))
        {
            found.Add(Kinds[1].What);
        }

        if (HiddenSigns.AreNotable(read))
        {
            found.Add("holds signs that nobody sees");
        }

        if (isProse && read.Contains("<!--", StringComparison.Ordinal))
        {
            found.Add("holds a comment that nobody sees");
        }

        return found;
    }

    /// <summary>One sentence for what was noticed in a place; null where nothing was.</summary>
    public static string? Sentence(string place, string text, bool isProse) => In(text, isProse) is { Count: > 0 } found
        ? $"Noticed in {place}: it {string.Join(", and it ", found)}. It was taken as data and nothing follows from it; somebody should look at it."
        : null;

    /// <summary>Lower case, one form of letters that look alike, single spaces and nothing hidden; marks of Markdown between words do not count.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var written in HiddenSigns.Without(text))
        {
            // Wide letters look like narrow ones.
            var c = written is >= '\uFF01' and <= '\uFF5E' ? (char)(written - WidthOfLetters) : written;
            if (!char.IsWhiteSpace(c) && c is not ('*' or '"' or '\'' or '`'))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }

    /// <summary>A line that begins like one of a talk.</summary>
    [GeneratedRegex(
        @"(?m)^[\s>#*/-]*(?:system|assistant|developer|tool)\s*:\s*\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Voice();
}
