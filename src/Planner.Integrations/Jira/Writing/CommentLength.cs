namespace Planner.Integrations.Jira.Writing;

/// <summary>Cuts a comment between its blocks, rows, items or characters so that it fits, and says where the rest is.</summary>
internal static class CommentLength
{
    /// <summary>As many leading blocks as fit together with the last words; all of them where all fit.</summary>
    public static IReadOnlyList<IBlock> Fit(IReadOnlyList<IBlock> blocks, Paragraph lastWords, int limit, Func<IReadOnlyList<IBlock>, int> measure)
    {
        if (measure(blocks) <= limit)
        {
            return blocks;
        }

        var whole = Most(blocks.Count - 1, n => measure([.. blocks.Take(n), lastWords]) <= limit);
        var next = blocks[whole];
        var part = Most(Size(next) - 1, n => measure([.. blocks.Take(whole), First(next, n), lastWords]) <= limit);
        return part == 0 ? [.. blocks.Take(whole), lastWords] : [.. blocks.Take(whole), First(next, part), lastWords];
    }

    /// <summary>The largest number up to <paramref name="limit"/> that still fits; more never fits where less does not.</summary>
    private static int Most(int limit, Func<int, bool> fits)
    {
        var (low, high) = (0, Math.Max(limit, 0));
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (fits(middle))
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private static int Size(IBlock block) => block switch
    {
        Paragraph text => text.Spans.Sum(Size),
        CodeBlock code => code.Code.Length,
        ListBlock list => list.Items.Count,
        TaskBlock boxes => boxes.Items.Count,
        Quote quote => quote.Content.Count,
        Table table => table.Lines.Count,
        _ => 0,
    };

    private static IBlock First(IBlock block, int count) => block switch
    {
        Paragraph text => new Paragraph([.. Cut(text.Spans, count)]),
        CodeBlock code => code with { Code = Cut(code.Code, count) },
        ListBlock list => list with { Items = [.. list.Items.Take(count)] },
        TaskBlock boxes => new TaskBlock([.. boxes.Items.Take(count)]),
        Quote quote => new Quote([.. quote.Content.Take(count)]),
        Table table => new Table([.. table.Lines.Take(count)]),
        _ => block,
    };

    private static int Size(Span span) => span switch
    {
        Span.Text text => text.Value.Length,
        Span.Code code => code.Value.Length,
        _ => 1,
    };

    private static IEnumerable<Span> Cut(IReadOnlyList<Span> spans, int count)
    {
        foreach (var span in spans)
        {
            if (count <= 0)
            {
                yield break;
            }

            yield return span switch
            {
                Span.Text text => text with { Value = Cut(text.Value, count) },
                Span.Code code => code with { Value = Cut(code.Value, count) },
                _ => span,
            };
            count -= Size(span);
        }
    }

    /// <summary>Never between the halves of a character.</summary>
    private static string Cut(string text, int count) =>
        count >= text.Length ? text : char.IsHighSurrogate(text[count - 1]) ? text[..(count - 1)] : text[..count];
}
