using Planner.Core.Text.Paths;

namespace Planner.Codebase.Files;

/// <summary>
/// The .gitignore files that hold in a folder: those of the repository above the root, then each on the way down.
/// The last pattern that matches decides.
/// </summary>
internal sealed class IgnoreRules
{
    private const string FileName = ".gitignore";

    private const long LargestFile = 1024 * 1024;

    private readonly IReadOnlyList<PathPattern> patterns;

    /// <summary>The root as seen from the repository's top, with a trailing slash; empty where they are the same.</summary>
    private readonly string prefix;

    private IgnoreRules(IReadOnlyList<PathPattern> patterns, string prefix)
    {
        this.patterns = patterns;
        this.prefix = prefix;
    }

    public static IgnoreRules Above(string root, GitRepository? git)
    {
        if (git is null)
        {
            return new IgnoreRules([], "");
        }

        var between = Path.GetRelativePath(git.Top, root).Replace(Path.DirectorySeparatorChar, '/');
        if (between == ".")
        {
            return new IgnoreRules(Read(git.ExcludeFile, ""), "");
        }

        var found = new List<PathPattern>(Read(git.ExcludeFile, ""));
        var folder = "";
        foreach (var part in between.Split('/'))
        {
            found.AddRange(Read(Path.Combine(git.Top, folder, FileName), folder));
            folder = folder.Length == 0 ? part : $"{folder}/{part}";
        }

        return new IgnoreRules(found, between + "/");
    }

    /// <summary>These rules and the ones of the folder itself.</summary>
    public IgnoreRules With(string fullPath, string path)
    {
        var own = Read(Path.Combine(fullPath, FileName), (prefix + path).TrimEnd('/'));
        return own.Count == 0 ? this : new IgnoreRules([.. patterns, .. own], prefix);
    }

    public bool Ignores(string path, bool isFolder)
    {
        var full = prefix + path;
        for (var i = patterns.Count - 1; i >= 0; i--)
        {
            if (patterns[i].Matches(full, isFolder))
            {
                return !patterns[i].Negated;
            }
        }

        return false;
    }

    private static List<PathPattern> Read(string file, string folder)
    {
        var info = new FileInfo(file);
        try
        {
            // git itself does not follow a linked .gitignore; an empty length also keeps pipes closed.
            return info.Exists && info.LinkTarget is null && info.Length is > 0 and <= LargestFile
                ? [.. File.ReadLines(file).Select(l => PathPattern.Parse(l, folder)).OfType<PathPattern>()]
                : [];
        }
        catch (UnauthorizedAccessException)
        {
            // Unreadable rules hide nothing: the files themselves are then read or told as missed.
            return [];
        }
    }
}
