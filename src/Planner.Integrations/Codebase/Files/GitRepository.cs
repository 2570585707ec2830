namespace Planner.Integrations.Codebase.Files;

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
            ? Path.GetFullPath(Path.Combine(gitFolder, common))
            : gitFolder;
    }

    /// <summary>The work tree's top folder.</summary>
    public string Top { get; }

    public string ExcludeFile => Path.Combine(commonFolder, "info", "exclude");

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
                return new GitRepository(at, Path.GetFullPath(Path.Combine(at, line["gitdir:".Length..].Trim())));
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
