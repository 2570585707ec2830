using System.Text.RegularExpressions;
using Planner.Core.Artifacts;

namespace Planner.Core.Review.Checks;

/// <summary>Links inside a bundle that lead to no file of it, or to no heading of the file.</summary>
internal static partial class BrokenLinks
{
    public static IEnumerable<Finding> In(ArtifactText file, ArtifactSet artifacts)
    {
        foreach (var (number, text) in file.IsMarkdown ? FencedBlocks.Prose(file.Text) : [])
        {
            foreach (var target in Link().Matches(Code().Replace(text, "")).Select(m => m.Groups["target"].Value).Where(t => !t.Contains("://", StringComparison.Ordinal)))
            {
                var (path, anchor) = Split(target);
                if ((path.Length == 0 ? file.Text : artifacts.Text(Resolved(file.Path, path))) is not { } page)
                {
                    yield return new("Q8.link", Severity.Error, file.Path, number, "", $"The link leads to {path}, which is not in the bundle.");
                }
                else if (anchor.Length > 0 && !Anchors(page).Contains(anchor, StringComparer.Ordinal))
                {
                    yield return new("Q8.anchor", Severity.Error, file.Path, number, "", $"The link leads to #{anchor}, and {(path.Length == 0 ? "this page" : path)} has no such heading.");
                }
            }
        }
    }

    private static (string Path, string Anchor) Split(string target) =>
        target.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (target[..at], target[(at + 1)..]) : (target, "");

    /// <summary>From the folder of the page that holds the link.</summary>
    private static string Resolved(string from, string path)
    {
        var parts = from.Split('/').SkipLast(1).ToList();
        foreach (var part in path.Split('/').Where(p => p is not ("" or ".")))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>As the usual viewers make them of headings: small letters, digits and dashes.</summary>
    private static IEnumerable<string> Anchors(string page) => FencedBlocks.Prose(page).Where(l => l.Text.StartsWith('#'))
        .Select(l => string.Concat(l.Text.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-'));

    [GeneratedRegex("`+[^`]*`+", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"(^|[^\\])\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
