using Planner.Core.Text.Markdown;
using Planner.Core.Text.Words;

namespace Planner.Core.Tickets;

/// <summary>Which parts of a description speak of what must hold.</summary>
internal static class CriteriaSections
{
    private static readonly string[] CriteriaNames = Vocabulary.Words("tickets", "criteria-headings");

    /// <summary>Beginnings of names of sections whose lists say something else than what must hold.</summary>
    private static readonly string[] OtherNames = Vocabulary.Words("tickets", "other-headings");

    /// <summary>Beginnings of names of sections in which a report says what should be: as forms for bugs and wishes call them.</summary>
    private static readonly string[] ExpectedNames = Vocabulary.Words("tickets", "expected-headings");

    /// <summary>Sections whose heading is a name of acceptance criteria, with what stands behind the heading's colon.</summary>
    public static IEnumerable<IReadOnlyList<MarkdownBlock>> Named(IReadOnlyList<MarkdownBlock> blocks)
    {
        for (var at = 0; at < blocks.Count; at++)
        {
            if (Opening(blocks[at]) is not { } opening)
            {
                continue;
            }

            var end = blocks[at] is MarkdownBlock.Item parent ? EndOfItem(blocks, at, parent.Indent) : EndOfSection(blocks, at, opening.Level);
            yield return [.. opening.Below, .. blocks.Skip(at + 1).Take(end - at - 1)];
            at = end - 1;
        }
    }

    /// <summary>Lists and scenarios outside sections that are about something else.</summary>
    public static IEnumerable<IReadOnlyList<MarkdownBlock>> Required(IReadOnlyList<MarkdownBlock> blocks)
    {
        var wanted = new List<MarkdownBlock>();
        var skippedLevel = int.MaxValue;
        foreach (var block in blocks)
        {
            if (block is MarkdownBlock.Heading heading && heading.Level <= skippedLevel)
            {
                skippedLevel = IsAboutElse(heading.Text) ? heading.Level : int.MaxValue;
            }
            else if (block is MarkdownBlock.Paragraph paragraph
                && skippedLevel is int.MaxValue or MarkdownBlock.Heading.BoldLevel
                && paragraph.Text.EndsWith(':'))
            {
                skippedLevel = IsAboutElse(paragraph.Text) ? MarkdownBlock.Heading.BoldLevel : int.MaxValue;
            }
            else if (skippedLevel == int.MaxValue
                && block is MarkdownBlock.Item
                && !TextSigns.IsOnlyLinks(((MarkdownBlock.Item)block).Text)
                && !Criterion.IsTicked(((MarkdownBlock.Item)block).Text))
            {
                wanted.Add(block);
            }
        }

        if (wanted.Count > 0)
        {
            yield return wanted;
        }
    }

    /// <summary>What a report says should be, without the code and logs that illustrate it.</summary>
    public static IEnumerable<IReadOnlyList<MarkdownBlock>> Expected(IReadOnlyList<MarkdownBlock> blocks)
    {
        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at] is MarkdownBlock.Heading heading && ExpectedNames.Any(n => TextSigns.Normal(heading.Text).StartsWith(n, StringComparison.Ordinal)))
            {
                var end = EndOfSection(blocks, at, heading.Level);
                yield return [.. blocks.Skip(at + 1).Take(end - at - 1).Where(b => b is MarkdownBlock.Item or MarkdownBlock.Paragraph)];
                at = end - 1;
            }
        }
    }

    private static (int Level, IReadOnlyList<MarkdownBlock> Below)? Opening(MarkdownBlock block) => block switch
    {
        MarkdownBlock.Heading heading when IsName(heading.Text) => (heading.Level, []),
        MarkdownBlock.Item item when IsName(item.Text) => (MarkdownBlock.Heading.BoldLevel, []),
        MarkdownBlock.Paragraph paragraph => Opening(paragraph.Lines),
        _ => null,
    };

    /// <summary>A name on a line of its own, or before a colon with the first criterion behind it.</summary>
    private static (int Level, IReadOnlyList<MarkdownBlock> Below)? Opening(IReadOnlyList<string> lines)
    {
        var first = lines[0];
        if (IsName(first))
        {
            return (MarkdownBlock.Heading.BoldLevel, Lines([.. lines.Skip(1)]));
        }

        var colon = first.IndexOf(':', StringComparison.Ordinal);
        return colon > 3 && IsName(first[..colon])
            ? (MarkdownBlock.Heading.BoldLevel, Lines([first[(colon + 1)..].Trim('*', '_', ' '), .. lines.Skip(1)]))
            : null;
    }

    private static MarkdownBlock.Paragraph[] Lines(IReadOnlyList<string> lines) =>
        lines.Any(l => l.Length > 0) ? [new MarkdownBlock.Paragraph([.. lines.Where(l => l.Length > 0)])] : [];

    private static int EndOfSection(IReadOnlyList<MarkdownBlock> blocks, int at, int level)
    {
        var end = at + 1;
        while (end < blocks.Count
            && !(blocks[end] is MarkdownBlock.Heading next && next.Level <= level)
            && !(level < MarkdownBlock.Heading.BoldLevel && IsClosingBold(blocks[end])))
        {
            end++;
        }

        return end;
    }

    /// <summary>People who write "**Out of scope**" below their criteria mean the end of them.</summary>
    private static bool IsClosingBold(MarkdownBlock block) => block is MarkdownBlock.Heading heading && IsAboutElse(heading.Text);

    private static int EndOfItem(IReadOnlyList<MarkdownBlock> blocks, int at, int indent)
    {
        var end = at + 1;
        while (end < blocks.Count && blocks[end] is MarkdownBlock.Item item && item.Indent > indent)
        {
            end++;
        }

        return end;
    }

    private static bool IsName(string text)
    {
        var name = TextSigns.Normal(text);
        return CriteriaNames.Contains(name, StringComparer.Ordinal)
            || (name.EndsWith(" ac", StringComparison.Ordinal) && name.Length < 12)
            || (CriteriaNames.Take(2).Any(n => name.StartsWith(n + " ", StringComparison.Ordinal))
                && name.Length < 60
                && text.TrimEnd().TrimEnd('*').EndsWith(')'));
    }

    private static bool IsAboutElse(string text)
    {
        var name = TextSigns.Normal(text);
        return OtherNames.Any(n => name.StartsWith(n, StringComparison.Ordinal));
    }
}
