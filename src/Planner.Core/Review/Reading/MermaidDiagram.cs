namespace Planner.Core.Review.Reading;

/// <summary>Whether a diagram of a kind that the renderers draw is whole: a known kind, balanced brackets and quotes, closed groups.</summary>
internal static class MermaidDiagram
{
    private static readonly string[] Kinds = ["flowchart", "erDiagram"];

    public static bool IsSound(string text)
    {
        var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return lines.Count > 1
            && Kinds.Contains(lines[0].Split(' ')[0], StringComparer.Ordinal)
            && lines.TrueForAll(l => l.Count(c => c == '"') % 2 == 0)
            && lines.Count(l => l.StartsWith("subgraph ", StringComparison.Ordinal)) == lines.Count(l => l == "end")
            && IsBalanced(Bare(lines));
    }

    private static bool IsBalanced(string text)
    {
        var open = new Stack<char>();
        foreach (var c in text)
        {
            if (c is '(' or '[' or '{')
            {
                open.Push(c);
            }
            else if (c is ')' or ']' or '}' && (!open.TryPop(out var begin) || $"{begin}{c}" is not ("()" or "[]" or "{}")))
            {
                return false;
            }
        }

        return open.Count == 0;
    }

    /// <summary>Without labels, and without the crow's feet of entity links, which hold brackets of their own.</summary>
    private static string Bare(List<string> lines) => string.Concat(lines
        .Select(l => string.Concat(l.Split('"').Where((_, i) => i % 2 == 0)))
        .Select(l => l.Replace("||--o{", "", StringComparison.Ordinal)));
}
