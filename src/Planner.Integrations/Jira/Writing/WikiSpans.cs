using System.Text;

namespace Planner.Integrations.Jira.Writing;

/// <summary>What stands in a line, as wiki markup.</summary>
internal static class WikiSpans
{
    public static string Write(IReadOnlyList<Span> spans)
    {
        var line = new StringBuilder();
        for (var i = 0; i < spans.Count; i++)
        {
            line.Append(One(spans[i], line, i + 1 < spans.Count ? spans[i + 1] : null));
        }

        return line.ToString();
    }

    private static string One(Span span, StringBuilder before, Span? next) => span switch
    {
        Span.Text { Link: { } link } text => $"[{WikiEscape.Text(text.Value, isLineStart: false)}|{Address(link)}]",
        Span.Text text => Marked(text, before, next),
        Span.Code { Link: { } link } code => $"[{WikiEscape.Text(code.Value, isLineStart: false)}|{Address(link)}]",
        Span.Code code => $"{{{{{WikiEscape.Text(code.Value, isLineStart: false)}}}}}",
        Span.Break => @"\\ ",
        Span.Status status => $"{{color:{Colour(status.Colour)}}}*{WikiEscape.Text(status.Value, isLineStart: false)}*{{color}}",
        Span.Mention person => $"[~{person.Id}]",
        _ => throw new InvalidOperationException("The kinds of spans are closed."),
    };

    /// <summary>Marks stand close to the text, and in braces where a letter touches them, as Jira wants it.</summary>
    private static string Marked(Span.Text text, StringBuilder before, Span? next)
    {
        var inner = text.Value.Trim();
        if (inner.Length == 0 || text.Marks == Marks.None)
        {
            return WikiEscape.Text(text.Value, isLineStart: before.Length == 0);
        }

        var start = text.Value.IndexOf(inner, StringComparison.Ordinal);
        var (head, tail) = (text.Value[..start], text.Value[(start + inner.Length)..]);
        var touches = (head.Length == 0 && before.Length > 0 && char.IsLetterOrDigit(before[^1]))
            || (tail.Length == 0 && next is Span.Text { Value: { Length: > 0 } after } && char.IsLetterOrDigit(after[0]));
        var written = WikiEscape.Text(inner, isLineStart: false);
        foreach (var mark in Signs(text.Marks))
        {
            written = touches ? $"{{{mark}}}{written}{{{mark}}}" : mark + written + mark;
        }

        return head + written + tail;
    }

    private static IEnumerable<string> Signs(Marks marks)
    {
        if (marks.HasFlag(Marks.Strike))
        {
            yield return "-";
        }

        if (marks.HasFlag(Marks.Em))
        {
            yield return "_";
        }

        if (marks.HasFlag(Marks.Strong))
        {
            yield return "*";
        }
    }

    private static string Address(string link) =>
        string.Concat(link.Select(c => c is '|' or '[' or ']' or '{' or '}' or '\\' or '!' or '^' or ' ' ? Uri.HexEscape(c) : c.ToString()));

    private static string Colour(StatusColour colour) => colour switch
    {
        StatusColour.Green => "#006644",
        StatusColour.Red => "#bf2600",
        _ => "#ff8b00",
    };
}
