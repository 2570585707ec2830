using Planner.Core.Text.Markdown;

namespace Planner.Core.Tickets;

/// <summary>Lists: one criterion for each item of the first level, with what is nested below it.</summary>
internal static class CriteriaList
{
    /// <summary>Reads items from <paramref name="at"/> on and leaves it at the last one of the list.</summary>
    public static IReadOnlyList<Criterion> Read(IReadOnlyList<MarkdownBlock> blocks, ref int at)
    {
        var items = new List<MarkdownBlock.Item>();
        while (at < blocks.Count && blocks[at] is MarkdownBlock.Item item)
        {
            items.Add(item);
            at++;
        }

        at--;
        var top = items.Min(i => i.Indent);
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (texts.Count == 0 || item.Indent <= top + 1)
            {
                texts.Add(item.Text);
            }
            else
            {
                texts[^1] = Nested(texts[^1], Criterion.Of(item.Text).Text);
            }
        }

        return Gherkin.Scenarios(texts, eachLineIsAnItem: true);
    }

    private static string Nested(string parent, string child)
    {
        if (Gherkin.IsStep(child) || (Gherkin.IsStep(parent) && Gherkin.GoesOn(child)))
        {
            return parent + " " + child;
        }

        var text = parent.TrimEnd();
        return text.EndsWith(':')
            ? $"{text} {child}"
            : text.Contains(": ", StringComparison.Ordinal) ? $"{text.TrimEnd(';', '.')}; {child}" : $"{text.TrimEnd('.', ';', ',')}: {child}";
    }
}
