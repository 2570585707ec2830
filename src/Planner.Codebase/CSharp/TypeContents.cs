using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Planner.Codebase.CSharp;

/// <summary>Which names and strings stand in a stretch of a file.</summary>
internal sealed partial class TypeContents
{
    private readonly List<(int At, string Name)> names;
    private readonly List<(int At, string Name)> sqlNames;

    public TypeContents(SourceNodes nodes)
    {
        names = [.. nodes.Names
            .Where(n => n.Identifier.ValueText is { Length: > 1 } name && char.IsUpper(name[0]))
            .Select(n => (n.SpanStart, n.Identifier.ValueText))];
        sqlNames = [.. nodes.Strings.SelectMany(SqlNames)];
    }

    public HashSet<string> NamesIn(TextSpan span) => In(names, span);

    public HashSet<string> SqlNamesIn(TextSpan span) => In(sqlNames, span);

    private static HashSet<string> In(List<(int At, string Name)> all, TextSpan span)
    {
        // The lists are in the order of the file, so a type's share is one run.
        var found = new HashSet<string>(StringComparer.Ordinal);
        var first = all.BinarySearch((span.Start, ""), Comparer<(int At, string Name)>.Create((a, b) => a.At.CompareTo(b.At)));
        first = first < 0 ? ~first : first;
        while (first > 0 && all[first - 1].At >= span.Start)
        {
            first--;
        }

        for (var i = first; i < all.Count && all[i].At < span.End; i++)
        {
            found.Add(all[i].Name);
        }

        return found;
    }

    private static IEnumerable<(int At, string Name)> SqlNames(SyntaxToken text) =>
        text.ValueText.Length < 6
            ? []
            : SqlTarget()
                .Matches(text.ValueText)
                .Select(m => (text.SpanStart, m.Groups["name"].Value.Replace("\"", "", StringComparison.Ordinal).ToLowerInvariant()));

    [GeneratedRegex(
        """\b(?:from|join|into|update|table|truncate|copy|view)\s+(?:only\s+"""
            + """|if\s+(?:not\s+)?exists\s+)?(?<name>"?[a-z_][a-z0-9_]*"?(?:\."?[a-z_][a-z0-9_]*"?)?)""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SqlTarget();
}
