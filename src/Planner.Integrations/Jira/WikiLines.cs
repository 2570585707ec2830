using System.Text;
using System.Text.RegularExpressions;

namespace Planner.Integrations.Jira;

/// <summary>Lines of wiki markup: headings, lists, tables, quotes, rules, paragraphs.</summary>
internal static partial class WikiLines
{
    private const int MaxListDepth = 10;

    public static string Convert(string text)
    {
        var output = new List<string>();
        var lines = text.Trim('\n').Split('\n');
        var indent = "";
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (line.TrimStart().StartsWith('|'))
            {
                Apart(output);
                output.Add(WikiTable.Convert(lines, ref i));
                output.Add("");
                indent = "";
            }
            else if (ListItem().Match(line) is { Success: true } item)
            {
                Begin(output, indent.Length == 0);
                indent = Item(item, output);
            }
            else if (Special(line) is { } block)
            {
                Apart(output);
                output.Add(block);
                output.Add("");
                indent = "";
            }
            else
            {
                indent = line.Trim().Length == 0 ? "" : indent;
                output.Add(line.Trim().Length == 0 ? "" : indent + WikiInline.Convert(line.Trim()));
            }
        }

        return BlankLines().Replace(string.Join('\n', output), "\n\n").Trim('\n');
    }

    /// <summary>Adds an item and returns the indent of lines that continue it.</summary>
    private static string Item(Match item, List<string> output)
    {
        var marks = item.Groups["marks"].Value;
        marks = marks[^Math.Min(marks.Length, MaxListDepth)..];
        var before = new StringBuilder();
        foreach (var mark in marks[..^1])
        {
            before.Append(' ', mark == '#' ? 3 : 2);
        }

        var bullet = marks[^1] == '#' ? "1. " : "- ";
        output.Add(before + bullet + WikiInline.Convert(item.Groups["text"].Value));
        return before + new string(' ', bullet.Length);
    }

    private static string? Special(string line)
    {
        if (Heading().Match(line) is { Success: true } heading)
        {
            return new string('#', heading.Groups["level"].Value[0] - '0') + " " + WikiInline.Convert(heading.Groups["text"].Value.Trim());
        }

        if (line.TrimStart().StartsWith("bq. ", StringComparison.Ordinal))
        {
            return MarkdownText.Quote(WikiInline.Convert(line.TrimStart()[4..]));
        }

        return line.Trim() is "----" or "-----" ? "---" : null;
    }

    /// <summary>A list begins after a blank line, else Markdown takes its first item for text.</summary>
    private static void Begin(List<string> output, bool isFirst)
    {
        if (isFirst)
        {
            Apart(output);
        }
    }

    private static void Apart(List<string> output)
    {
        if (output.Count > 0 && output[^1].Length > 0)
        {
            output.Add("");
        }
    }

    [GeneratedRegex(@"^\s{0,8}(?<marks>[*#]{1,40}|-)\s+(?<text>\S.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"^\s*h(?<level>[1-6])\.\s*(?<text>\S.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\n{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex BlankLines();
}
