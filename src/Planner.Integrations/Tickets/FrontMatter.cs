using Planner.Core.Tickets;

namespace Planner.Integrations.Tickets;

/// <summary>
/// The few forms that people use between two lines of <c>---</c>: <c>name: value</c>, <c>name: [a, b]</c>, and a list of
/// <c>- item</c> lines. Read by hand, since a YAML reader would also follow anchors and types of a stranger's file.
/// </summary>
internal sealed class FrontMatter
{
    private const int MaxLines = 200;
    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parts the front matter from the rest; without any, all is the rest.</summary>
    public static (FrontMatter Matter, string Body) Split(string text)
    {
        var matter = new FrontMatter();
        var lines = text.Split('\n');
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, Math.Min(lines.Length - 1, MaxLines), l => l.TrimEnd() is "---" or "...") : -1;
        if (end < 0)
            return (matter, text);
        var name = "";
        foreach (var line in lines[1..end])
            name = matter.Add(line, name);
        return (matter, string.Join('\n', lines[(end + 1)..]));
    }

    /// <summary>The first value under one of the names, or empty.</summary>
    public string One(params string[] names) =>
        names.Select(n => values.GetValueOrDefault(n)?.FirstOrDefault() ?? "").FirstOrDefault(v => v.Length > 0) ?? "";

    /// <summary>All values under a name.</summary>
    public IReadOnlyList<string> Many(string name) => values.GetValueOrDefault(name) ?? [];

    private string Add(string line, string current)
    {
        var trimmed = line.Trim();
        if (trimmed.Length == 0 || trimmed[0] == '#')
            return current;
        if (trimmed.StartsWith("- ", StringComparison.Ordinal) && current.Length > 0)
        {
            Keep(current, trimmed[2..]);
            return current;
        }

        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return current;
        var (name, value) = (trimmed[..colon].Trim(), trimmed[(colon + 1)..].Trim());
        foreach (var item in value is ['[', .. var inner, ']'] ? inner.Split(',') : [value])
            Keep(name, item);
        return name;
    }

    private void Keep(string name, string value)
    {
        var text = TicketText.Line(value.Trim().Trim('"', '\''));
        if (!values.TryGetValue(name, out var known))
            values[name] = known = [];
        if (text.Length > 0)
            known.Add(text);
    }
}
