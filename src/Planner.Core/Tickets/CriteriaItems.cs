using Planner.Core.Text.Markdown;

namespace Planner.Core.Tickets;

/// <summary>The single criteria inside a stretch of blocks.</summary>
internal static class CriteriaItems
{
    public static IReadOnlyList<Criterion> Read(IEnumerable<MarkdownBlock> section)
    {
        var blocks = section.ToList();
        var hasList = blocks.Exists(b => b is MarkdownBlock.Item or MarkdownBlock.Row or MarkdownBlock.Code)
            || blocks.Exists(b => b is MarkdownBlock.Paragraph p && Gherkin.IsStep(p.Lines[0]));
        var found = new List<Criterion>();
        for (var at = 0; at < blocks.Count; at++)
        {
            switch (blocks[at])
            {
                case MarkdownBlock.Item:
                    found.AddRange(CriteriaList.Read(blocks, ref at));
                    break;
                case MarkdownBlock.Row:
                    found.AddRange(CriteriaTable.Read(blocks, ref at));
                    break;
                case MarkdownBlock.Code code when Gherkin.IsFeature(code):
                    found.AddRange(Gherkin.Scenarios(code.Text.Split('\n'), eachLineIsAnItem: false));
                    break;
                case MarkdownBlock.Paragraph paragraph:
                    found.AddRange(Text(blocks, ref at, paragraph, hasList));
                    break;
                default:
                    break;
            }
        }

        return found;
    }

    /// <summary>Where there are lists, text between them introduces them; alone, each paragraph is a criterion.</summary>
    private static List<Criterion> Text(List<MarkdownBlock> blocks, ref int at, MarkdownBlock.Paragraph paragraph, bool hasList)
    {
        if (Gherkin.IsStep(paragraph.Lines[0]))
        {
            var lines = new List<string>(paragraph.Lines);
            while (at + 1 < blocks.Count && blocks[at + 1] is MarkdownBlock.Paragraph next && Gherkin.IsStep(next.Lines[0]))
            {
                lines.AddRange(next.Lines);
                at++;
            }

            return Gherkin.Scenarios(lines, eachLineIsAnItem: false);
        }

        var numbered = paragraph.Lines.Select(Criterion.Of).ToList();
        if (numbered[0].Number is not null)
        {
            return Joined(paragraph.Lines);
        }

        return hasList || paragraph.Text.EndsWith(':') ? [] : [Criterion.Of(paragraph.Text)];
    }

    /// <summary>Lines with an id begin a criterion, those without go on with it.</summary>
    private static List<Criterion> Joined(IReadOnlyList<string> lines)
    {
        var texts = new List<string>();
        foreach (var line in lines)
        {
            if (texts.Count == 0 || Criterion.Of(line).Number is not null)
            {
                texts.Add(line);
            }
            else
            {
                texts[^1] += " " + line;
            }
        }

        return texts.ConvertAll(Criterion.Of);
    }
}
