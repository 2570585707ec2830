using System.Text;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Markdown;

/// <summary>Writes a Markdown file: blocks with one empty line between.</summary>
internal sealed class MarkdownPage
{
    private readonly StringBuilder text = new();

    public MarkdownPage Heading(int level, MdText text) => Block($"{new string('#', level)} {text.ToMd().Value}");

    public MarkdownPage Say(MdText text) => Block(text.ToMd().Value);

    public MarkdownPage Bullets(IEnumerable<Md> items) => Lines(items.Select(i => "- " + i.Value));

    public MarkdownPage Steps(IEnumerable<Md> items) => Lines(items.Select((item, i) => $"{i + 1}. {item.Value}"));

    /// <summary>A table; nothing where it has no rows.</summary>
    public MarkdownPage Table(IReadOnlyList<string> headers, IEnumerable<Md[]> rows)
    {
        var lines = rows.Select(Row).ToList();
        return lines.Count == 0 ? this : Lines([Row([.. headers.Select(h => new Md(h))]), $"|{string.Concat(headers.Select(_ => "---|"))}", .. lines]);
    }

    /// <summary>A fenced block; the fence is longer than any row of backticks inside.</summary>
    public MarkdownPage Code(string language, string text)
    {
        var fence = new string('`', Math.Max(3, MarkdownEscape.LongestRun(text) + 1));
        return Block($"{fence}{language}\n{text.ReplaceLineEndings("\n").TrimEnd('\n')}\n{fence}");
    }

    public override string ToString() => text.ToString();

    private MarkdownPage Lines(IEnumerable<string> lines)
    {
        var joined = string.Join('\n', lines);
        return joined.Length == 0 ? this : Block(joined);
    }

    private MarkdownPage Block(string block)
    {
        text.Append(text.Length > 0 ? "\n" : "").Append(block).Append('\n');
        return this;
    }

    private static string Row(IReadOnlyList<Md> cells) => $"| {string.Join(" | ", cells.Select(c => MarkdownEscape.Cell(c.Value)))} |";
}
