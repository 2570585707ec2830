using System.Text;

namespace Planner.Integrations.Jira;

/// <summary>Tables: <c>||header||</c> and <c>|cell|</c>; a bar inside brackets or braces, or behind a backslash, does not part cells.</summary>
internal static class WikiTable
{
    private const int MaxLinesOfRow = 50;

    /// <summary>Reads rows from line <paramref name="at"/> on and leaves it at the last line of the table.</summary>
    public static string Convert(string[] lines, ref int at)
    {
        var rows = new List<IReadOnlyList<string>>();
        var hasHeader = lines[at].TrimStart().StartsWith("||", StringComparison.Ordinal);
        while (at < lines.Length && lines[at].TrimStart().StartsWith('|'))
        {
            rows.Add(Cells(Row(lines, ref at), isFirst: rows.Count == 0 && hasHeader));
            at++;
        }

        at--;
        return MarkdownText.Table(rows, hasHeader);
    }

    /// <summary>A row goes on in the next lines until one ends with a bar.</summary>
    private static string Row(string[] lines, ref int at)
    {
        var row = new StringBuilder(lines[at].Trim());
        for (var more = 0; more < MaxLinesOfRow && row[^1] != '|' && at + 1 < lines.Length; more++)
        {
            var next = lines[at + 1].Trim();
            if (next.Length == 0 || next[0] == '|')
            {
                break;
            }

            row.Append('\n').Append(next);
            at++;
        }

        return row.ToString();
    }

    private static List<string> Cells(string row, bool isFirst)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (depth, isHeader) = (0, row.StartsWith("||", StringComparison.Ordinal));
        var lastClosing = row.LastIndexOfAny([']', '}']);
        for (var i = isHeader ? 2 : 1; i < row.Length; i++)
        {
            var isLiteral = i > 0 && row[i - 1] == '\\';
            depth = Math.Max(0, depth + (isLiteral ? 0 : row[i] is '[' or '{' ? 1 : row[i] is ']' or '}' ? -1 : 0));
            var isEscaped = row[i] == '\\' && i + 1 < row.Length && row[i + 1] == '|';
            if (isEscaped || row[i] != '|' || (depth > 0 && i < lastClosing))
            {
                cell.Append(row, i, isEscaped ? 2 : 1);
                i += isEscaped ? 1 : 0;
                continue;
            }

            cells.Add(Cell(cell, isHeader && !isFirst));
            depth = 0;
            isHeader = i + 1 < row.Length && row[i + 1] == '|';
            i += isHeader ? 1 : 0;
        }

        if (cell.ToString().Trim().Length > 0)
        {
            cells.Add(Cell(cell, isHeader && !isFirst));
        }

        return cells;
    }

    private static string Cell(StringBuilder cell, bool isBold)
    {
        var text = MarkdownText.Cell(string.Join('\n', cell.ToString().Split('\n').Select(l => WikiInline.Convert(l.Trim()))));
        cell.Clear();
        return isBold ? MarkdownText.Around(text, "**") : text;
    }
}
