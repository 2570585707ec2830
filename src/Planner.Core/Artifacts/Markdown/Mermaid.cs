using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Markdown;

/// <summary>Names and labels for Mermaid diagrams; none of them can end a label, a line or the fence around.</summary>
internal static class Mermaid
{
    private static readonly string[] Keywords = ["class", "click", "default", "end", "graph", "style", "subgraph"];

    /// <summary>A quoted label.</summary>
    public static string Label(string text) =>
        $"\"{MarkdownEscape.OneLine(text)
            .Replace("&", "#amp;", StringComparison.Ordinal)
            .Replace("\"", "#quot;", StringComparison.Ordinal)
            .Replace("<", "#lt;", StringComparison.Ordinal)
            .Replace(">", "#gt;", StringComparison.Ordinal)
            .Replace('`', '\'')
            .Trim()}\"";

    /// <summary>A word that Mermaid takes as a name: letters, digits and underscores.</summary>
    public static string Name(string text)
    {
        var name = new string([.. text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]).Trim('_');
        return name.Length == 0 || char.IsAsciiDigit(name[0]) || Keywords.Contains(name, StringComparer.OrdinalIgnoreCase) ? "n" + name : name;
    }
}
