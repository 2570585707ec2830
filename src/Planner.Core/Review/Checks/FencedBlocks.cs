namespace Planner.Core.Review.Checks;

/// <summary>A fenced block of a Markdown file.</summary>
internal sealed record FencedBlock(string Language, string Text, int Line);

/// <summary>Finds fenced blocks.</summary>
internal static class FencedBlocks
{
    /// <summary>The blocks, and the line of one that never ends, or 0.</summary>
    public static (IReadOnlyList<FencedBlock> Blocks, int Open) Of(string markdown)
    {
        var blocks = new List<FencedBlock>();
        var lines = markdown.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var ticks = Ticks(lines[i]);
            if (ticks < 3)
            {
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, l => Ticks(l) >= ticks && l.TrimEnd().Length == Ticks(l));
            if (end < 0)
            {
                return (blocks, i + 1);
            }

            blocks.Add(new(lines[i][ticks..].Trim(), string.Join('\n', lines[(i + 1)..end]), i + 1));
            i = end;
        }

        return (blocks, 0);
    }

    /// <summary>Lines outside of blocks, those of the fences among them, with their numbers from 1.</summary>
    public static IEnumerable<(int Number, string Text)> Prose(string markdown)
    {
        var inside = Of(markdown).Blocks.SelectMany(b => Enumerable.Range(b.Line + 1, b.Text.Length == 0 ? 0 : b.Text.Split('\n').Length)).ToHashSet();
        return markdown.Split('\n').Select((text, i) => (Number: i + 1, Text: text)).Where(l => !inside.Contains(l.Number));
    }

    private static int Ticks(string line) => line.Length - line.TrimStart('`').Length;
}
