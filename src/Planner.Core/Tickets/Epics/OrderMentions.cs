using System.Text.RegularExpressions;

namespace Planner.Core.Tickets.Epics;

/// <summary>
/// Order that a text tells, like "after SHOP-202" or "blocks SHOP-203 and SHOP-204": a word of order counts for the keys that
/// follow it in the same sentence, while not much else stands between.
/// </summary>
internal static partial class OrderMentions
{
    private const int Reach = 60;
    private const int LongestText = TicketText.MaxDescription;

    /// <summary>Who comes after whom, and the words that say so.</summary>
    /// <param name="text">Untrusted.</param>
    /// <param name="speaker">The ticket whose text it is: it is meant where a sentence names nobody before the word of order; null where nobody is.</param>
    public static IEnumerable<(string Later, string Earlier, string Words)> In(string text, string? speaker)
    {
        foreach (var sentence in SentenceEnd().Split(text.Length > LongestText ? text[..LongestText] : text))
        {
            foreach (var found in InSentence(sentence, speaker))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(string Later, string Earlier, string Words)> InSentence(string sentence, string? speaker)
    {
        var subject = speaker;
        (bool After, string Word)? order = null;
        var end = 0;
        foreach (Match part in Part().Matches(sentence))
        {
            if (part.Groups["key"].Success)
            {
                if (order is var (after, word) && part.Index - end <= Reach && subject is not null)
                {
                    var key = part.Value;
                    yield return after ? (subject, key, $"{word} {key}") : (key, subject, $"{word} {key}");
                }
                else if (order is null)
                {
                    subject = part.Value;
                }
            }
            else
            {
                order = IsDenied(sentence, part.Index) ? null : (part.Groups["after"].Success, part.Value.ToLowerInvariant());
            }

            end = part.Index + part.Length;
        }
    }

    private static bool IsDenied(string sentence, int at) => Denial().IsMatch(sentence[Math.Max(0, at - 20)..at]);

    [GeneratedRegex(@"[.;!?](\s|$)|\n", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"\b(?<key>[A-Z][A-Z0-9_]{0,29}-[1-9][0-9]{0,17})\b|\b((?<after>after|once|depends? on|requires?|needs?|(is )?blocked by|waits? for|builds? on)"
            + @"|(?<before>before|blocks?|prerequisite (of|for)|precedes))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [GeneratedRegex(@"\b(not|no|never|without|nor|cannot)\b|n['’]t\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Denial();
}
