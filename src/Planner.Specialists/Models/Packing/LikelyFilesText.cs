using System.Text;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Lookup;

namespace Planner.Specialists.Models.Packing;

/// <summary>
/// What stands in the likeliest files, for all specialists at once: they stand in the part of the prompt that a service can serve from
/// its cache, so that nobody has to spend look-ups on them.
/// </summary>
internal static class LikelyFilesText
{
    private const int MostFiles = 12;
    private const int MostCharacters = 100_000;
    private const int LongestFile = 16_000;

    public static async Task<string> Of(TicketGrounding grounding, ICodeView code, Action<string, string> shown, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var count = 0;
        foreach (var path in grounding.Files.Select(f => f.Path))
        {
            if (count == MostFiles || text.Length >= MostCharacters)
            {
                break;
            }

            if (await code.Read(path, cancellation) is { } content)
            {
                text
                    .Append(Fence.Around("file", NumberedLines.Of(path, content, from: 1, to: null, Math.Min(LongestFile, MostCharacters - text.Length))))
                    .Append('\n');
                shown(path, content);
                count++;
            }
        }

        return count == 0 ? "" : $"\n# What stands in the likeliest files\n\n{text}";
    }
}
