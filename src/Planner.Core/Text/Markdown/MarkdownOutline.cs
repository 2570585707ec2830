using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Planner.Core.Text.Markdown;

/// <summary>A heading in plain text; <paramref name="LastLine"/> is that of its underline, where it has one.</summary>
public sealed record MarkdownHeading(int Line, int LastLine, int Level, string Text);

/// <summary>
/// A fenced block. <paramref name="Line"/> is that of its opening fence, <paramref name="End"/> that of its closing one: 0 where
/// it never ends.
/// </summary>
/// <param name="Language">The first word behind the opening fence, or empty.</param>
public sealed record MarkdownCode(string Language, string Text, int Line, int End);

/// <summary>Where a link leads, as written; also of the definition that a label stands for.</summary>
public sealed record MarkdownLink(int Line, string Target);

/// <summary>A row of a table: cells in plain text by the header above them.</summary>
public sealed record MarkdownRow(int Line, string FirstHeader, IReadOnlyDictionary<string, string> Cells);

/// <summary>A line as written.</summary>
public sealed record MarkdownLine(int Number, string Text);

/// <summary>
/// What readers of pages and documents need of a Markdown text, as CommonMark and the usual pipe tables tell it. Line numbers begin at 1.
/// A text that <see cref="MarkdownParser"/> does not take has lines and nothing else.
/// </summary>
public sealed class MarkdownOutline
{
    private readonly string text;
    private readonly MarkdownDocument document;
    private readonly SourceLines lines;

    private MarkdownOutline(string text)
    {
        this.text = text;
        document = MarkdownParser.Parse(text) ?? [];
        lines = new SourceLines(text);
        Headings = [.. document.Descendants<HeadingBlock>().Select(Heading)];
        Code = [.. document.Descendants<FencedCodeBlock>().Select(Fenced)];
    }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<MarkdownHeading> Headings { get; }

    /// <summary>Fenced blocks, wherever they stand, in the order of the text.</summary>
    public IReadOnlyList<MarkdownCode> Code { get; }

    /// <summary>The line of the first fence that never ends, or 0.</summary>
    public int OpenFence => Code.FirstOrDefault(c => c.End == 0)?.Line ?? 0;

    /// <summary>Reads a text.</summary>
    public static MarkdownOutline Of(string text) => new(text);

    /// <summary>True for the line of a fence.</summary>
    public bool IsFence(int line) => Code.Any(c => c.Line == line || c.End == line);

    /// <summary>Lines outside of fenced blocks, those of the fences among them.</summary>
    public IEnumerable<MarkdownLine> Prose() => Outside(text);

    /// <summary>The same with blanks for code spans and for escaped characters, which are only shown: each line as long as it was.</summary>
    public IEnumerable<MarkdownLine> Live() => Outside(LiveText.Of(text, document));

    /// <summary>Links and pictures, and definitions of labels; what is only shown, as code or escaped, is none.</summary>
    public IEnumerable<MarkdownLink> Links() => document.Descendants<LinkInline>().Where(l => l.Reference is null).Select(l => (l.Span.Start, l.Url))
        .Concat(document.Descendants<LinkReferenceDefinition>().Select(d => (d.Span.Start, d.Url)))
        .Select(l => new MarkdownLink(lines.At(l.Start), l.Url ?? ""))
        .OrderBy(l => l.Line);

    /// <summary>Rows of the tables, without headers.</summary>
    public IEnumerable<MarkdownRow> Rows() => document.Descendants<Table>().SelectMany(Rows);

    private MarkdownHeading Heading(HeadingBlock heading) =>
        new(lines.At(heading.Span.Start), lines.At(heading.Span.End), heading.Level, MarkdownPlain.Of(heading.Inline));

    private static MarkdownCode Fenced(FencedCodeBlock code)
    {
        var line = code.Line + 1;
        return new(code.Info ?? "", code.Lines.ToString(), line, code.ClosingFencedCharCount > 0 ? line + code.Lines.Count + 1 : 0);
    }

    private IEnumerable<MarkdownLine> Outside(string shown)
    {
        var inside = Code.SelectMany(c => Enumerable.Range(c.Line + 1, Math.Max(0, (c.End > 0 ? c.End : lines.Count + 1) - c.Line - 1))).ToHashSet();
        return shown.Split('\n').Select((line, i) => new MarkdownLine(i + 1, line)).Where(l => !inside.Contains(l.Number));
    }

    private IEnumerable<MarkdownRow> Rows(Table table)
    {
        var all = table.OfType<TableRow>().Select(r => (Row: r, Cells: r.OfType<TableCell>().Select(Cell).ToList())).ToList();
        var headers = all.Where(r => r.Row.IsHeader).Select(r => r.Cells).FirstOrDefault();
        return headers is not { Count: > 0 }
            ? []
            : all.Where(r => !r.Row.IsHeader).Select(r => new MarkdownRow(lines.At(r.Row.Span.Start), headers[0], ByHeader(headers, r.Cells)));
    }

    private static Dictionary<string, string> ByHeader(List<string> headers, List<string> cells) =>
        headers.Zip(cells).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);

    private static string Cell(TableCell cell) => string.Join(' ', cell.OfType<LeafBlock>().Select(b => MarkdownPlain.Of(b.Inline))).Trim();
}
