using System.Net;
using System.Text;

namespace Planner.Core.Text.Markdown;

/// <summary>Reads back the tables of documents.</summary>
internal static class MarkdownTable
{
    /// <summary>Rows of every table whose first header is <paramref name="firstHeader"/>: cells by header, with the line of the row.</summary>
    public static IReadOnlyList<(int Line, IReadOnlyDictionary<string, string> Cells)> Read(string text, string firstHeader)
    {
        var rows = new List<(int, IReadOnlyDictionary<string, string>)>();
        List<string>? headers = null;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith('|'))
            {
                headers = null;
            }
            else if (headers is null)
            {
                headers = Cells(lines[i]);
            }
            else if (headers[0] == firstHeader && !lines[i].StartsWith("|---", StringComparison.Ordinal))
            {
                rows.Add((i + 1, headers.Zip(Cells(lines[i])).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal)));
            }
        }

        return rows;
    }

    /// <summary>What the reader sees.</summary>
    public static string Plain(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\' && i + 1 < markdown.Length && char.IsPunctuation(markdown[i + 1]) | char.IsSymbol(markdown[i + 1]))
            {
                text.Append(markdown[++i]);
            }
            else if (markdown[i] != '`')
            {
                text.Append(markdown[i]);
            }
        }

        return WebUtility.HtmlDecode(text.ToString()).Trim();
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var start = 1;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '|' && line[i - 1] != '\\')
            {
                cells.Add(Plain(line[start..i]));
                start = i + 1;
            }
        }

        return cells;
    }
}
