using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Planner.Core.Text.Markdown;

/// <summary>What a Markdown text lets a reader's program act on: code and escaped characters are only shown.</summary>
internal static class LiveText
{
    /// <summary>The text with blanks for code spans and for escaped characters, as long as it was.</summary>
    public static string Of(string text) => MarkdownParser.Parse(text) is { } document ? Of(text, document) : text;

    /// <summary>The same for a text that was parsed.</summary>
    public static string Of(string text, MarkdownDocument document)
    {
        var live = text.ToCharArray();
        foreach (var code in document.Descendants<CodeInline>())
        {
            Blank(live, code.Span.Start, code.Span.End);
        }

        foreach (var escaped in document.Descendants<LiteralInline>().Where(l => l.IsFirstCharacterEscaped))
        {
            Blank(live, escaped.Span.Start, escaped.Span.Start + 1);
        }

        return new string(live);
    }

    private static void Blank(char[] text, int start, int end)
    {
        for (var i = Math.Max(0, start); i <= end && i < text.Length; i++)
        {
            text[i] = text[i] == '\n' ? '\n' : ' ';
        }
    }
}
