using System.Globalization;

namespace Planner.Integrations.Jira.Writing;

/// <summary>Blocks as Jira's wiki markup, for Data Center. Text stays text: nothing in it becomes markup or a macro.</summary>
internal static class WikiWriter
{
    public static string Write(IReadOnlyList<IBlock> blocks) => string.Join("\n\n", blocks.Select(Block).Where(b => b.Length > 0)) + "\n";

    private static string Block(IBlock block) => block switch
    {
        Paragraph text => WikiSpans.Write(text.Spans),
        Heading heading => $"h{heading.Level.ToString(CultureInfo.InvariantCulture)}. {WikiSpans.Write(heading.Spans)}",
        CodeBlock code => WikiCode.Write(code),
        ListBlock list => string.Join('\n', Lines(list, "")),
        TaskBlock boxes => string.Join('\n', Lines(boxes, "")),
        Quote quote => $"{{quote}}\n{string.Join("\n\n", quote.Content.Select(Block))}\n{{quote}}",
        Rule => "----",
        Table table => string.Join('\n', table.Lines.Where(l => l.Cells.Count > 0).Select(Row)),
        _ => throw new InvalidOperationException("The kinds of blocks are closed."),
    };

    private static IEnumerable<string> Lines(ListBlock list, string before)
    {
        var marks = before + (list.Start is null ? "*" : "#");
        foreach (var entry in list.Items)
        {
            // A paragraph of an item goes on in its line: a blank line would end the list.
            var text = string.Join(@" \\ ", new[] { entry.First }.Concat(entry.Rest.OfType<Paragraph>()).Select(p => WikiSpans.Write(p.Spans)));
            yield return $"{marks} {(text.Length == 0 ? "&nbsp;" : text)}";
            foreach (var line in entry.Rest.Where(r => r is not Paragraph).SelectMany(r => Below(r, marks)))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Below(IInItem block, string marks) => block switch
    {
        ListBlock list => Lines(list, marks),
        TaskBlock boxes => Lines(boxes, marks),
        _ => [Block(block)],
    };

    private static IEnumerable<string> Lines(TaskBlock boxes, string before)
    {
        var marks = before + "*";
        return boxes.Items.SelectMany(b => new[] { $"{marks} {(b.IsDone ? '☑' : '☐')} {WikiSpans.Write(b.Spans)}" }.Concat(b.Below is { } below
            ? Lines(below, marks)
            : []));
    }

    private static string Row(TableLine line)
    {
        var bar = line.IsHeader ? "||" : "|";
        return bar + string.Concat(line.Cells.Select(c => $" {WikiSpans.Write(c.Spans)} {bar}"));
    }
}
