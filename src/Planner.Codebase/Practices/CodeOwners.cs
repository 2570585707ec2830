using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Practices;

/// <summary>Reads CODEOWNERS: a pattern and its owners on each line. A line without owners takes them from what it matches.</summary>
internal static partial class CodeOwners
{
    private const int MostLines = 2_000;

    /// <summary>Where it may lie; the first that is there counts.</summary>
    private static readonly string[] Places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

    public static bool Is(string path) => Array.IndexOf(Places, path) >= 0;

    /// <summary>The lines of the file that counts.</summary>
    /// <param name="files">Each with its lines.</param>
    public static IReadOnlyList<OwnerFact> First(IEnumerable<(string Path, IReadOnlyList<OwnerFact> Owners)> files) =>
        files.Where(f => f.Owners.Count > 0).OrderBy(f => Array.IndexOf(Places, f.Path)).Select(f => f.Owners).FirstOrDefault() ?? [];

    public static IReadOnlyList<OwnerFact> Read(string text) =>
        [.. text.Split('\n').Take(MostLines).Select(Line).OfType<OwnerFact>()];

    // A line that names something, but no owner, is a mistake and says nothing.
    private static OwnerFact? Line(string line)
    {
        var words = Word().Matches(line).Select(m => m.Value).TakeWhile(w => !w.StartsWith('#')).ToList();
        var owners = words.Skip(1).Where(w => w.Contains('@', StringComparison.Ordinal)).ToList();
        var isMistaken = words.Count == 0 || (owners.Count == 0 && words.Count > 1) || !CodeOwnership.IsPattern(words[0]);
        return isMistaken ? null : new OwnerFact(words[0], owners);
    }

    /// <summary>Up to a blank that no backslash stands before.</summary>
    [GeneratedRegex(@"(?:\\.|[^\s\\]|\\$)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
