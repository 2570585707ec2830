using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Planner.Core.Text.Markdown;

/// <summary>Markdown that is safe to write: made of our own literals, and of foreign text that was escaped.</summary>
internal readonly record struct Md(string Value)
{
    public static readonly Md Empty = new("");

    /// <summary>Literals as they are, holes escaped.</summary>
    public static Md Of(MdText text) => text.ToMd();

    /// <summary>A code span: names, paths, routes, commands.</summary>
    public static Md Code(string text) => MarkdownEscape.Code(text);

    /// <summary>Code spans with commas between; a dash where there are none.</summary>
    public static Md Codes(IEnumerable<string> texts) => List(texts.Select(Code));

    /// <summary>Ids or words with commas between; a dash where there are none.</summary>
    public static Md Words(IEnumerable<string> texts) => List(texts.Select(MarkdownEscape.Prose));

    /// <summary>A count with its noun: "1 task", "2 tasks".</summary>
    public static Md Count(int count, string noun) => new($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static Md List(IEnumerable<Md> parts)
    {
        var joined = string.Join(", ", parts.Select(p => p.Value));
        return new(joined.Length == 0 ? "–" : joined);
    }
}

/// <summary>Escapes every hole of an interpolated string, so that no text from outside becomes markup.</summary>
[InterpolatedStringHandler]
internal readonly struct MdText(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (formattedCount * 24));

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(string? text) => this.text.Append(MarkdownEscape.Prose(text ?? "").Value);

    public void AppendFormatted(Md safe) => text.Append(safe.Value);

    public void AppendFormatted(int number) => text.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(double number) => text.Append(number.ToString("0.#", CultureInfo.InvariantCulture));

    public void AppendFormatted<T>(T word) where T : struct, Enum => text.Append(word.ToString());

    public Md ToMd() => new(text.ToString());
}
