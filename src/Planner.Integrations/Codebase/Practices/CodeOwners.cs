using Planner.Core.Grounding;

namespace Planner.Integrations.Codebase.Practices;

/// <summary>Reads CODEOWNERS: a pattern and its owners on each line.</summary>
internal static class CodeOwners
{
    private const int MostLines = 2_000;

    public static IReadOnlyList<OwnerFact> Read(string text) =>
        [.. text.Split('\n').Take(MostLines).Select(Line).OfType<OwnerFact>()];

    private static OwnerFact? Line(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var words = (comment < 0 ? line : line[..comment]).Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var owners = words.Skip(1).Where(w => w.Contains('@', StringComparison.Ordinal)).ToList();
        return owners.Count == 0 ? null : new OwnerFact(words[0], owners);
    }
}
