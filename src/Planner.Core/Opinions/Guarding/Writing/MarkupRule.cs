using System.Text;
using System.Text.RegularExpressions;
using Planner.Core.Text.Words;

namespace Planner.Core.Opinions.Guarding.Writing;

/// <summary>
/// A model writes no HTML into prose: elements and comments are taken out, what stands between stays. Types like
/// <c>List&lt;Section&gt;</c> and elements within code spans are shown and do nothing.
/// </summary>
internal sealed class MarkupRule : IWritingRule
{
    private const string Open = "<!--";
    private const string Close = "-->";

    private static readonly Regex Element = new(
        $@"</?(?:{string.Join('|', Vocabulary.Words("writing", "elements"))})(?:[\s/][^<>]*)?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public string Clean(string text, KnownWriting known, Action<string> takenOut)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        var cleaned = string.Concat(Parts(WithoutComments(text)));
        if (cleaned != text)
        {
            takenOut("markup");
        }

        return cleaned;
    }

    /// <summary>Between backticks in pairs stands code; the last one without a partner begins none.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var parts = text.Split('`');
        for (var i = 0; i < parts.Length; i++)
        {
            var isCode = i % 2 == 1 && i < parts.Length - 1;
            yield return (i == 0 ? "" : "`") + (isCode ? parts[i] : Bare(parts[i]));
        }
    }

    private static string Bare(string part) => Element.Replace(part, m => m.Index > 0 && IsArgument(m.Value, part[m.Index - 1]) ? m.Value : "");

    /// <summary>After the name of a type stands its argument, a name alone.</summary>
    private static bool IsArgument(string element, char before) =>
        (char.IsLetterOrDigit(before) || before == '_') && element.AsSpan(1..^1).IndexOfAny(" \t\n\r/") < 0;

    /// <summary>One without an end goes to the end of the text.</summary>
    private static string WithoutComments(string text)
    {
        var kept = new StringBuilder();
        var at = 0;
        while (text.IndexOf(Open, at, StringComparison.Ordinal) is >= 0 and var open)
        {
            kept.Append(text, at, open - at);
            at = text.IndexOf(Close, open, StringComparison.Ordinal) is >= 0 and var close ? close + Close.Length : text.Length;
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }
}
