using System.Text.RegularExpressions;

namespace Planner.Core.Text.Markdown;

/// <summary>Parts a description into blocks. Quotes are read as what they quote, since panels come as quotes.</summary>
internal sealed partial class MarkdownBlocks
{
    private readonly List<MarkdownBlock> blocks = [];
    private readonly List<string> paragraph = [];
    private MarkdownBlock.Item? item;
    private bool afterBlank;

    public static IReadOnlyList<MarkdownBlock> Parse(string markdown)
    {
        var parser = new MarkdownBlocks();
        var lines = markdown.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = Quote().Replace(lines[i].Replace("\t", "    ", StringComparison.Ordinal), "").TrimEnd();
            if (Fence().Match(line) is { Success: true } fence)
            {
                parser.Code(lines, ref i, fence);
            }
            else
            {
                parser.Line(line);
            }
        }

        parser.Close();
        return parser.blocks;
    }

    private void Line(string line)
    {
        if (line.Length == 0)
        {
            Blank();
        }
        else if (Underline().IsMatch(line) && paragraph.Count > 0)
        {
            Underlined(line[0] == '=' ? 1 : 2);
        }
        else if (Rule().IsMatch(line))
        {
            Close();
        }
        else if (Heading().Match(line) is { Success: true } heading)
        {
            Add(new MarkdownBlock.Heading(heading.Groups["level"].Length, heading.Groups["text"].Value.TrimEnd('#', ' ')));
        }
        else if (ListItem().Match(line) is { Success: true } found)
        {
            Begin(found);
        }
        else if (Bold().Match(line) is { Success: true } bold && (item is null || afterBlank))
        {
            Add(new MarkdownBlock.Heading(MarkdownBlock.Heading.BoldLevel, bold.Groups["text"].Value.Trim()));
        }
        else if (line.TrimStart() is ['|', _, ..] row)
        {
            Row(row);
        }
        else
        {
            Text(line);
        }
    }

    private void Blank()
    {
        afterBlank = true;
        FlushParagraph();
    }

    private void Underlined(int level)
    {
        var text = string.Join(' ', paragraph);
        paragraph.Clear();
        Add(new MarkdownBlock.Heading(level, text));
    }

    private void Begin(Match found)
    {
        Close();
        item =
            new MarkdownBlock.Item(found.Groups["indent"].Length, char.IsAsciiLetterOrDigit(found.Groups["mark"].Value[0]), found.Groups["text"].Value.Trim());
    }

    /// <summary>A line goes on with an item when it follows at once, or is moved to the right after a blank line.</summary>
    private void Text(string line)
    {
        var indent = line.Length - line.TrimStart().Length;
        if (item is not null && (!afterBlank || indent >= item.Indent + 2))
        {
            item = item with { Text = item.Text + " " + line.Trim() };
        }
        else
        {
            FlushItem();
            paragraph.Add(line.Trim());
        }

        afterBlank = false;
    }

    private void Row(string row)
    {
        if (Separator().IsMatch(row))
        {
            if (blocks is [.., MarkdownBlock.Row last])
            {
                blocks[^1] = last with { IsHeader = true };
            }

            return;
        }

        Add(new MarkdownBlock.Row(Cells(row), IsHeader: false));
    }

    private static List<string> Cells(string row) => [.. MarkdownCells.Of(row).Select(c => c.Replace("<br>", "; ", StringComparison.OrdinalIgnoreCase).Trim())];

    private void Code(string[] lines, ref int at, Match fence)
    {
        var mark = fence.Groups["mark"].Value;
        var end = Array.FindIndex(
            lines,
            at + 1,
            l => Quote().Replace(l, "").Trim() is var t && t.StartsWith(mark, StringComparison.Ordinal) && t.Trim(mark[0]).Length == 0);
        var body = lines[(at + 1)..(end < 0 ? lines.Length : end)];
        Add(new MarkdownBlock.Code(fence.Groups["language"].Value, string.Join('\n', body.Select(l => Quote().Replace(l, "")))));
        at = end < 0 ? lines.Length : end;
    }

    private void Add(MarkdownBlock block)
    {
        Close();
        blocks.Add(block);
    }

    private void Close()
    {
        FlushItem();
        FlushParagraph();
        afterBlank = false;
    }

    private void FlushItem()
    {
        if (item is not null)
        {
            blocks.Add(item);
        }

        item = null;
    }

    private void FlushParagraph()
    {
        if (paragraph.Count > 0)
        {
            blocks.Add(new MarkdownBlock.Paragraph([.. paragraph]));
        }

        paragraph.Clear();
    }

    [GeneratedRegex(@"^ {0,3}(?:> ?)+", RegexOptions.NonBacktracking)]
    private static partial Regex Quote();

    [GeneratedRegex(@"^\s*(?<mark>`{3,}|~{3,})\s*(?<language>[\w+#-]*)\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s{0,3}(?<level>#{1,6})\s+(?<text>\S.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<indent>\s*)(?<mark>[-*+•◦▪]|[0-9]{1,4}[.)]|[a-zA-Z][.)])\s+(?<text>\S.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"^\s*(?:\*\*|__)(?<text>[^*_]+)(?:\*\*|__)\s*:?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^(?:=+|-{3,})$", RegexOptions.NonBacktracking)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^\s*(?:-{3,}|\*{3,}|_{3,})$", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\|(?:\s*:?-+:?\s*\|?)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Separator();
}
