using Planner.Core.Text.Paths;

namespace Planner.Core.Grounding.Facts;

/// <summary>
/// Who owns a file by CODEOWNERS. Of the lines whose pattern covers it the last one counts, also where it names nobody: it takes
/// ownership away. Patterns are those of a .gitignore, but without negation and ranges of characters.
/// </summary>
public sealed class CodeOwnership
{
    private readonly List<(PathPattern Pattern, IReadOnlyList<string> Owners)> lines = [];

    /// <param name="facts">The lines, in the order of their file; one whose pattern is none is passed over.</param>
    public CodeOwnership(IEnumerable<OwnerFact> facts)
    {
        foreach (var fact in facts)
        {
            if (Pattern(fact.Pattern) is { } pattern)
            {
                lines.Add((pattern, fact.Owners));
            }
        }
    }

    /// <summary>True for a text that CODEOWNERS takes as a pattern.</summary>
    public static bool IsPattern(string text) => Pattern(text) is not null;

    /// <summary>The owners as they are written, empty where nobody owns the file.</summary>
    public IReadOnlyList<string> Of(string path)
    {
        var last = lines.FindLastIndex(l => l.Pattern.Covers(path));
        return last < 0 ? [] : lines[last].Owners;
    }

    private static PathPattern? Pattern(string text) =>
        text.AsSpan().IndexOfAny("[]") >= 0 || text.StartsWith('!') ? null : PathPattern.Parse(text);
}
