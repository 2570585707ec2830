using System.Text.RegularExpressions;
using Planner.Core.Artifacts;

namespace Planner.Core.Review.Checks;

/// <summary>Links inside a bundle that lead to no file of it.</summary>
internal static partial class BrokenLinks
{
    public static IEnumerable<Finding> In(ArtifactText file, ArtifactSet artifacts)
    {
        if (!file.Path.EndsWith(".md", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var target in Link().Matches(file.Text).Select(m => m.Groups["target"]).Where(t => !t.Value.Contains("://", StringComparison.Ordinal)))
        {
            var path = target.Value.Split('#')[0];
            if (path.Length > 0 && artifacts.Text(path) is null)
            {
                var line = 1 + file.Text.AsSpan(0, target.Index).Count('\n');
                yield return new("Q8.link", Severity.Error, file.Path, line, "", $"The link leads to {path}, which is not in the bundle.");
            }
        }
    }

    [GeneratedRegex(@"[^\\]\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
