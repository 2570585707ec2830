using System.Globalization;
using Planner.Core.Conversation.Replies;
using Planner.Core.Text.Markdown;
using Planner.Core.Tickets;

namespace Planner.Core.Conversation.Comments;

/// <summary>Pieces of comments.</summary>
internal static class CommentText
{
    /// <summary>Most rows of a table or list; the artifacts have all.</summary>
    public const int MaxRows = 20;

    private const int MaxPiece = 240;

    /// <summary>Foreign text on one line, shortened at a word, harmless in Markdown. At the beginning of a line it is no answer either.</summary>
    public static string Safe(string text) => Short(text).Trim() is var line && ReplyReader.Read(line).Count > 0
        ? Code(line)
        : MarkdownEscape.Prose(line).Value;

    /// <summary>Foreign text that people copy, as a code span.</summary>
    public static string Code(string text) => MarkdownEscape.Code(text).Value;

    /// <summary>Like "1 task", "2 tasks".</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count.ToString(CultureInfo.InvariantCulture)} {noun}s";

    /// <summary>Like "Ann, Bob or Eve".</summary>
    public static string Names(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "whoever owns this ticket",
        1 => Safe(names[0]),
        _ => string.Join(", ", names.SkipLast(1).Select(Safe)) + " or " + Safe(names[^1]),
    };

    /// <summary>A moment that everybody reads alike.</summary>
    public static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("ddd yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A table with at most <see cref="MaxRows"/> rows.</summary>
    public static IEnumerable<string> Table(string header, IReadOnlyList<string[]> rows, string restIn)
    {
        yield return header;
        yield return "|" + string.Concat(Enumerable.Repeat(" --- |", header.Count(c => c == '|') - 1));
        foreach (var row in rows.Take(MaxRows))
        {
            yield return "| " + string.Join(" | ", row.Select(MarkdownEscape.Cell)) + " |";
        }

        if (rows.Count > MaxRows)
        {
            yield return $"\nand {rows.Count - MaxRows} more in `{restIn}`";
        }
    }

    private static string Short(string text)
    {
        var line = TicketText.Line(text);
        if (line.Length <= MaxPiece)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', MaxPiece);
        return line[..(end > MaxPiece / 2 ? end : char.IsHighSurrogate(line[MaxPiece - 1]) ? MaxPiece - 1 : MaxPiece)].TrimEnd() + "…";
    }
}
