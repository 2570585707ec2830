using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using MarkdigTable = Markdig.Extensions.Tables.Table;

namespace Planner.Integrations.Jira.Writing;

/// <summary>Markdown as blocks of a comment. What Jira has no place for is put the nearest way: a heading in a list becomes bold text.</summary>
internal static class MarkdownDocument
{
    /// <summary>Lists in lists, as deep as Jira's editor goes; what is deeper becomes lines.</summary>
    private const int MaxDepth = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Build();

    public static IReadOnlyList<IBlock> Read(string markdown)
    {
        try
        {
            return [.. Markdown.Parse(markdown, Pipeline).SelectMany(Blocks)];
        }
        catch (ArgumentException)
        {
            // The parser's only complaint is nesting beyond a hundred levels: nobody reads that as anything but text.
            return [new CodeBlock("", MarkdownSpans.Clean(markdown))];
        }
    }

    private static IEnumerable<IBlock> Blocks(Block block) => block switch
    {
        HeadingBlock heading => Headed(heading),
        MarkdigTable table => [Tabled(table)],
        ThematicBreakBlock => [new Rule()],
        QuoteBlock quote => InQuote(quote, 0).ToList() is { Count: > 0 } content ? [new Quote(content)] : [],
        Markdig.Syntax.ListBlock list => [Listed(list, 0)],
        _ => InItem(block, 0),
    };

    private static IEnumerable<IBlock> Headed(HeadingBlock heading) =>
        MarkdownSpans.Line(heading.Inline) is { Count: > 0 } spans ? [new Heading(Math.Clamp(heading.Level, 1, 6), spans)] : [];

    /// <summary>What may stand in a list: code, text, lists; anything else as the text that it holds.</summary>
    private static IEnumerable<IInItem> InItem(Block block, int depth) => block switch
    {
        Markdig.Syntax.CodeBlock code => [Code(code)],
        HtmlBlock html => [new Paragraph(MarkdownSpans.Lines(html.Lines.ToString()))],
        Markdig.Syntax.ListBlock list =>
            depth < MaxDepth ? [Listed(list, depth)] : list.OfType<ListItemBlock>().SelectMany(i => i).SelectMany(b => InItem(b, depth + 1)),
        MarkdigTable table => Tabled(table).Lines.Select(l => new Paragraph(Joined(l))),
        HeadingBlock heading => [new Paragraph(MarkdownSpans.Strong(MarkdownSpans.Line(heading.Inline)))],
        ParagraphBlock text => MarkdownSpans.Read(text.Inline) is { Count: > 0 } spans ? [new Paragraph(spans)] : [],
        QuoteBlock quote => quote.SelectMany(b => InItem(b, depth + 1)),
        ThematicBreakBlock => [Paragraph.Of("———")],
        _ => [],
    };

    private static IEnumerable<IInQuote> InQuote(QuoteBlock quote, int depth) => quote.SelectMany(block => block is QuoteBlock inner && depth < MaxDepth
        ? InQuote(inner, depth + 1)
        : InItem(block, depth).Select(i => i as IInQuote ?? Bulleted((TaskBlock)i)));

    private static CodeBlock Code(Markdig.Syntax.CodeBlock code) =>
        new(MarkdownSpans.Clean((code as FencedCodeBlock)?.Info ?? ""), MarkdownSpans.Clean(code.Lines.ToString()));

    private static IInItem Listed(Markdig.Syntax.ListBlock list, int depth)
    {
        if (MarkdownTasks.Read(list) is { } tasks)
        {
            return tasks;
        }

        var start = list.IsOrdered && int.TryParse(list.OrderedStart, out var number) ? Math.Max(number, 0) : 1;
        return new ListBlock(list.IsOrdered ? start : null, [.. list.OfType<ListItemBlock>().Select(i => Entry(i, depth))]);
    }

    private static ListEntry Entry(ListItemBlock item, int depth)
    {
        var blocks = item.SelectMany(b => InItem(b, depth + 1)).ToList();
        return blocks.Count > 0 && blocks[0] is Paragraph first ? new(first, blocks[1..]) : new(new([]), blocks);
    }

    private static ListBlock Bulleted(TaskBlock tasks) => new(null, [.. tasks.Items.Select(t => new ListEntry(
        new([new Span.Text(t.IsDone ? "☑ " : "☐ ", Marks.None), .. t.Spans]),
        t.Below is { } below ? [Bulleted(below)] : []))]);

    private static Table Tabled(MarkdigTable table) =>
        new([.. table.OfType<TableRow>().Select(r => new TableLine(r.IsHeader, [.. r.OfType<TableCell>().Select(Cell)]))]);

    private static Paragraph Cell(TableCell cell) =>
        new([.. cell
            .OfType<ParagraphBlock>()
            .SelectMany((p, i) => i == 0 ? MarkdownSpans.Read(p.Inline) : [new Span.Break(), .. MarkdownSpans.Read(p.Inline)])]);

    private static List<Span> Joined(TableLine line) =>
        [.. line.Cells.SelectMany((c, i) => i == 0 ? c.Spans : [new Span.Text(" | ", Marks.None), .. c.Spans])];
}
