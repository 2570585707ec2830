namespace Planner.Testing.Approvals;

/// <summary>Where two texts part, in a few lines.</summary>
internal static class TextDifference
{
    private const int MostLines = 12;

    /// <summary>The lines between the equal beginning and the equal end of both texts, or null where they are the same.</summary>
    public static string? Between(string path, string approved, string now)
    {
        if (approved == now)
        {
            return null;
        }

        var (before, after) = (approved.Split('\n'), now.Split('\n'));
        var start = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var longest = Math.Min(before.Length, after.Length) - start;
        var end = before.Reverse().Zip(after.Reverse()).Take(longest).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join('\n', [$"{path} differs from line {start + 1}:", .. Lines("-", before[start..^end]), .. Lines("+", after[start..^end])]);
    }

    private static IEnumerable<string> Lines(string sign, string[] lines)
    {
        var shown = lines.Take(MostLines).Select(line => $"{sign} {line}");
        return lines.Length > MostLines ? shown.Append($"{sign} … {lines.Length - MostLines} more lines") : shown;
    }
}
