namespace Planner.Core.Text;

/// <summary>What stands between two lines of <c>---</c> at the beginning of a text, and the text after it.</summary>
public sealed class FrontMatter
{
    // Programs put theirs before one that is there.
    private const int MostBlocks = 5;
    private const int MaxLines = 200;
    private const int MaxLength = 64 * 1024;

    private readonly Dictionary<string, IReadOnlyList<string>> values = new(StringComparer.OrdinalIgnoreCase);

    private FrontMatter(string body) => Body = body;

    /// <summary>The text after it; all of it where there is none.</summary>
    public string Body { get; private set; }

    /// <summary>
    /// Reads up to five blocks that follow each other, each of at most 200 lines and 64 KB; of a name that several hold the first one's
    /// values count. What stands between the lines is YAML whose values are texts or lists of texts; others are passed over.
    /// </summary>
    /// <param name="text">Line ends are <c>\n</c>.</param>
    /// <exception cref="FrontMatterException">The first block names values and is no YAML.</exception>
    public static FrontMatter Read(string text)
    {
        var matter = new FrontMatter(text);
        for (var block = 0; block < MostBlocks && matter.Take(isFirst: block == 0); block++)
        {
            // Each takes what stands at the beginning of the rest.
        }

        return matter;
    }

    /// <summary>
    /// The YAML of the first block, as written, and the text after it; for files whose values are more than texts. Null where the text
    /// does not begin with a block of at most 200 lines and 64 KB.
    /// </summary>
    /// <param name="text">Line ends are <c>\n</c>.</param>
    public static (string Yaml, string Body)? Split(string text) => Block(text);

    /// <summary>The first value under one of the names that is not empty, or empty. Names are compared without case.</summary>
    public string One(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Many(name).FirstOrDefault(v => v.Length > 0) is { } value)
            {
                return value;
            }
        }

        return "";
    }

    /// <summary>All values under a name.</summary>
    public IReadOnlyList<string> Many(string name) => values.GetValueOrDefault(name) ?? [];

    private bool Take(bool isFirst)
    {
        if (Block(Body) is not var (yaml, rest))
        {
            return false;
        }

        try
        {
            if (SimpleYaml.Read(yaml) is not { } read)
            {
                return false;
            }

            foreach (var (name, found) in read)
            {
                values.TryAdd(name, found);
            }

            Body = rest;
            return true;
        }
        catch (FrontMatterException) when (!isFirst)
        {
            // A line that parts, and words below it: part of the text.
            return false;
        }
    }

    private static (string Yaml, string Body)? Block(string text)
    {
        var lines = text.TrimStart('\n').Split('\n', MaxLines + 2);
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, l => l.TrimEnd() is "---" or "...") : -1;
        var yaml = end < 0 ? "" : string.Join('\n', lines[1..end]);
        return end < 0 || end > MaxLines || yaml.Length > MaxLength ? null : (yaml, string.Join('\n', lines[(end + 1)..]));
    }
}

/// <summary>Front matter that is no YAML.</summary>
/// <param name="line">The line that shows it, counted from the first line of <c>---</c>, which is 1.</param>
public sealed class FrontMatterException(long line) : FormatException($"The front matter is no YAML at line {line}.")
{
    /// <summary>The line that shows it.</summary>
    public long Line { get; } = line;
}
