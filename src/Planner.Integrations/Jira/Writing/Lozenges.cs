using System.Text.RegularExpressions;

namespace Planner.Integrations.Jira.Writing;

/// <summary>What must catch the eye: PROVISIONAL wherever it stands, and a verdict that stands alone in bold.</summary>
internal static partial class Lozenges
{
    public static IReadOnlyList<Span> In(IReadOnlyList<Span> spans) => [.. spans.SelectMany(Of)];

    private static IEnumerable<Span> Of(Span span) => span switch
    {
        Span.Text { Marks: Marks.Strong, Link: null } text when Verdict(text.Value) is { } colour => [new Span.Status(Bare(text.Value), colour)],
        Span.Text { Link: null } text => Split(text),
        _ => [span],
    };

    private static IEnumerable<Span> Split(Span.Text text)
    {
        var at = 0;
        foreach (Match match in Word().Matches(text.Value))
        {
            if (match.Index > at)
            {
                yield return text with { Value = text.Value[at..match.Index] };
            }

            yield return new Span.Status(Bare(match.Value), Verdict(match.Value) ?? StatusColour.Yellow);
            at = match.Index + match.Length;
        }

        if (at < text.Value.Length)
        {
            yield return text with { Value = text.Value[at..] };
        }
    }

    private static StatusColour? Verdict(string text) => Bare(text) switch
    {
        "APPROVED" => StatusColour.Green,
        "APPROVED WITH PROVISIONAL DECISIONS" => StatusColour.Yellow,
        "NEEDS ATTENTION" => StatusColour.Red,
        _ => null,
    };

    private static string Bare(string text) => text.Trim('[', ']');

    /// <summary>With the brackets in which a lozenge is read back.</summary>
    [GeneratedRegex(
        @"\[(?:PROVISIONAL|APPROVED|APPROVED WITH PROVISIONAL DECISIONS|NEEDS ATTENTION)\]|\b(?:APPROVED WITH PROVISIONAL DECISIONS|PROVISIONAL)\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
