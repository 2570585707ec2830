using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Review.Reading;

/// <summary>Links inside a bundle that lead to no file of it, or to no heading of the file. What is only shown, as code or escaped, is no link.</summary>
internal static partial class BrokenLinks
{
    public static IEnumerable<Finding> In(ArtifactText file, ArtifactSet artifacts)
    {
        var anchors = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (number, target) in file.IsMarkdown ? MarkdownOutline.Of(file.Text).Links().Where(l => !Outside().IsMatch(l.Target)) : [])
        {
            var (path, anchor) = Split(target);
            var place = path.Length == 0 ? file.Path : Resolved(file.Path, path);
            if ((path.Length == 0 ? file.Text : artifacts.Text(place)) is not { } page)
            {
                yield return new("Q8.link", Severity.Error, file.Path, number, "", $"The link leads to {path}, which is not in the bundle.");
            }
            else if (anchor.Length > 0 && !(anchors.TryGetValue(place, out var known) ? known : anchors[place] = Anchors(page)).Contains(anchor))
            {
                var where = path.Length == 0 ? "this page" : path;
                yield return new("Q8.anchor", Severity.Error, file.Path, number, "", $"The link leads to #{anchor}, and {where} has no such heading.");
            }
        }
    }

    private static (string Path, string Anchor) Split(string target)
    {
        var at = target.IndexOf('#', StringComparison.Ordinal);
        return (Uri.UnescapeDataString(at < 0 ? target : target[..at]), at < 0 ? "" : Uri.UnescapeDataString(target[(at + 1)..]));
    }

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

    /// <summary>As the usual viewers make them of headings: small letters, digits and dashes, and a number from the second of a name on.</summary>
    private static HashSet<string> Anchors(string page) => MarkdownOutline.Of(page).Headings
        .Select(h => string.Concat(h.Text.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-'))
        .GroupBy(name => name, StringComparer.Ordinal).SelectMany(g => g.Select((name, i) => i == 0 ? name : $"{name}-{i}")).ToHashSet(StringComparer.Ordinal);

    /// <summary>To another host, or to no page at all.</summary>
    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*:|//)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Outside();
}
