using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace Planner.Integrations.Jira.Writing;

/// <summary>Lists of which every item is a box with one line, as Jira's task lists have it; any other list stays a list.</summary>
internal static class MarkdownTasks
{
    public static TaskBlock? Read(Markdig.Syntax.ListBlock list, int depth = 0)
    {
        var entries = list.OfType<ListItemBlock>().Select(i => Entry(i, depth)).ToList();
        return entries.Count > 0 && entries.TrueForAll(e => e is not null) ? new TaskBlock([.. entries.OfType<TaskItem>()]) : null;
    }

    private static TaskItem? Entry(ListItemBlock item, int depth)
    {
        if (item.Count is 0 or > 2 || depth > 5 || item[0] is not ParagraphBlock { Inline.FirstChild: TaskList box } line)
        {
            return null;
        }

        var spans = Trimmed(MarkdownSpans.Read(line.Inline));
        if (item.Count == 1)
        {
            return new(box.Checked, spans, null);
        }

        return item[1] is Markdig.Syntax.ListBlock inner && Read(inner, depth + 1) is { } below ? new(box.Checked, spans, below) : null;
    }

    /// <summary>The space between the box and its line is no part of the line.</summary>
    private static IReadOnlyList<Span> Trimmed(IReadOnlyList<Span> spans) =>
        spans is [Span.Text first, ..] ? [first with { Value = first.Value.TrimStart() }, .. spans.Skip(1)] : spans;
}
