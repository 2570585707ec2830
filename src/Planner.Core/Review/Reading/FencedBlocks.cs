namespace Planner.Core.Review.Reading;

/// <summary>A fenced block of a Markdown file; the line is that of its opening fence.</summary>
internal sealed record FencedBlock(string Language, string Text, int Line);

/// <summary>Finds fenced blocks as CommonMark tells them: of backticks or tildes, ended by a row of the same mark that is at least as long.</summary>
internal static class FencedBlocks
{
    private const int ShortestFence = 3;
    private const int DeepestIndent = 3;

    /// <summary>The blocks, and the line of one that never ends, or 0.</summary>
    public static (IReadOnlyList<FencedBlock> Blocks, int Open) Of(string markdown)
    {
        var blocks = new List<FencedBlock>();
        var lines = markdown.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Opening(lines[i]) is not { } fence)
            {
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, l => Closes(l, fence));
            if (end < 0)
            {
                return (blocks, i + 1);
            }

            blocks.Add(new(fence.Language, string.Join('\n', lines[(i + 1)..end]), i + 1));
            i = end;
        }

        return (blocks, 0);
    }

    /// <summary>Lines outside of blocks, those of the fences among them, with their numbers from 1. A block that never ends reaches to the end of the file.</summary>
    public static IEnumerable<(int Number, string Text)> Prose(string markdown)
    {
        var (blocks, open) = Of(markdown);
        var inside = blocks.SelectMany(b => Enumerable.Range(b.Line + 1, b.Text.Length == 0 ? 0 : b.Text.Split('\n').Length)).ToHashSet();
        return markdown.Split('\n').Select((text, i) => (Number: i + 1, Text: text)).Where(l => !inside.Contains(l.Number) && (open == 0 || l.Number <= open));
    }

    /// <summary>True for the line of a fence.</summary>
    public static bool IsFence(string line) => Opening(line) is not null;

    private static Fence? Opening(string line)
    {
        var text = line.TrimStart(' ');
        var mark = text.Length > 0 ? text[0] : ' ';
        var length = text.Length - text.TrimStart(mark).Length;
        var isFence = mark is '`' or '~' && length >= ShortestFence && line.Length - text.Length <= DeepestIndent;
        return isFence && (mark == '~' || !text[length..].Contains('`', StringComparison.Ordinal)) ? new(mark, length, text[length..].Trim()) : null;
    }

    private static bool Closes(string line, Fence fence) => Opening(line) is { Language: "" } other && other.Mark == fence.Mark && other.Length >= fence.Length;

    private sealed record Fence(char Mark, int Length, string Language);
}
