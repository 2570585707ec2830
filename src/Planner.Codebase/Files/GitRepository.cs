namespace Planner.Codebase.Files;

/// <summary>
/// The repository that a folder lies in, read from its files: git is not run, since a scanned tree's settings could make it run others.
/// </summary>
internal sealed class GitRepository
{
    private readonly string gitFolder;
    private readonly string commonFolder;

    private GitRepository(string top, string gitFolder)
    {
        Top = top;
        this.gitFolder = gitFolder;
        commonFolder = FirstLine(Path.Combine(gitFolder, "commondir")) is { } common
            ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(gitFolder, common)))
            : gitFolder;
    }

    /// <summary>The work tree's top folder.</summary>
    public string Top { get; }

    public string ExcludeFile => Path.Combine(commonFolder, "info", "exclude");

    /// <summary>Where its objects lie.</summary>
    public string Objects => Path.Combine(commonFolder, "objects");

    /// <summary>The file that says where a shallow clone ends; null in a whole one.</summary>
    public string? Shallow => Path.Combine(commonFolder, "shallow") is var file && File.Exists(file) ? file : null;

    /// <summary>
    /// Why its objects are not to be looked at; null where they may be. A code base could point at a repository that is none of
    /// its business, whose history would then stand in a plan.
    /// </summary>
    public string? Distrust() =>
        Stranger() ?? (HoldsLinks() ? "its git folder is a link or holds links"
            : File.Exists(Path.Combine(Objects, "info", "alternates")) ? "its objects lie in another repository" : null);

    /// <summary>Only the folder of an added work tree names a common one, which is that around it; and it names its work tree.</summary>
    private string? Stranger()
    {
        if (Directory.Exists(Path.Combine(Top, ".git")))
        {
            return Path.Exists(Path.Combine(gitFolder, "commondir")) ? "its git folder says that it belongs to another" : null;
        }

        var back = FirstLine(Path.Combine(gitFolder, "gitdir"));
        var around = Path.GetDirectoryName(gitFolder);
        var known = back is not null && Path.GetFullPath(back, gitFolder) == Path.GetFullPath(Path.Combine(Top, ".git"))
            && Path.GetFileName(around) == "worktrees" && Path.GetDirectoryName(around) == commonFolder;
        return known ? null : "its git folder lies elsewhere and does not know of it";
    }

    /// <summary>A link anywhere on the way to an object, or in place of a file that is copied, leads to what is not its own.</summary>
    private bool HoldsLinks()
    {
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };
        return new[] { gitFolder, commonFolder, Objects, Path.Combine(commonFolder, "shallow") }.Any(p => new FileInfo(p).LinkTarget is not null)
            || (Directory.Exists(Objects) && new DirectoryInfo(Objects).EnumerateFileSystemInfos("*", all).Any(f => f.LinkTarget is not null));
    }

    public static GitRepository? Around(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var git = Path.Combine(at, ".git");
            if (Directory.Exists(git))
            {
                return new GitRepository(at, git);
            }

            if (FirstLine(git) is { } line && line.StartsWith("gitdir:", StringComparison.Ordinal))
            {
                return new GitRepository(at, Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(at, line["gitdir:".Length..].Trim()))));
            }
        }

        return null;
    }

    /// <summary>The commit that is checked out; null before the first one.</summary>
    public string? Commit()
    {
        var head = FirstLine(Path.Combine(gitFolder, "HEAD"));
        for (var hops = 0; hops < 5 && head is not null; hops++)
        {
            if (!head.StartsWith("ref:", StringComparison.Ordinal))
            {
                return IsHash(head) ? head : null;
            }

            head = Reference(head["ref:".Length..].Trim());
        }

        return null;
    }

    private string? Reference(string name)
    {
        if (!name.StartsWith("refs/", StringComparison.Ordinal) || name.Split('/').Contains(".."))
        {
            return null;
        }

        return FirstLine(Path.Combine(gitFolder, name)) ?? FirstLine(Path.Combine(commonFolder, name)) ?? Packed(name);
    }

    private string? Packed(string name)
    {
        var file = new FileInfo(Path.Combine(commonFolder, "packed-refs"));
        if (!file.Exists || file.Length == 0)
        {
            return null;
        }

        var line = File.ReadLines(file.FullName).FirstOrDefault(l => l.EndsWith(" " + name, StringComparison.Ordinal));
        return line?.Split(' ')[0];
    }

    private static bool IsHash(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);

    private static string? FirstLine(string file)
    {
        try
        {
            var info = new FileInfo(file);
            return info.Exists && info.Length is > 0 and < 4096 ? File.ReadLines(file).FirstOrDefault()?.Trim() : null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
