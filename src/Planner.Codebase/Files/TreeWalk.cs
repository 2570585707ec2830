namespace Planner.Codebase.Files;

/// <summary>A file to read.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="FullPath">Absolute.</param>
/// <param name="Bytes">Its size when it was listed.</param>
internal sealed record FoundFile(string Path, string FullPath, long Bytes)
{
    /// <summary>False for a file that is known by path and size only; its full path is empty then.</summary>
    public bool HasContent { get; init; } = true;
}

/// <summary>
/// Lists the files of a tree that are not ignored. Linked folders are never entered, so that no circle and no way out exists;
/// linked files count where their target is a plain file inside the root.
/// </summary>
internal sealed class TreeWalk(string root, GitRepository? git, CodebaseOptions options, Limitations missed)
{
    private static readonly HashSet<string> Skipped =
        new([".git", "bin", "obj", "node_modules", ".vs", ".idea"], StringComparer.Ordinal);

    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly HashSet<string> excluded =
        new(options.ExcludedFolders.Select(f => Path.TrimEndingDirectorySeparator(Path.GetFullPath(f))), StringComparer.Ordinal);

    private readonly LinkGuard links = new(root);

    /// <summary>Sorted by path, ordinal.</summary>
    public IReadOnlyList<FoundFile> Files(CancellationToken cancellation)
    {
        var files = new List<FoundFile>();
        var open = new Stack<Folder>();
        open.Push(new Folder(root, "", IgnoreRules.Above(root, git)));
        while (open.TryPop(out var folder))
        {
            cancellation.ThrowIfCancellationRequested();
            Visit(folder, files, open);
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return Bounded(files);
    }

    private List<FoundFile> Bounded(List<FoundFile> files)
    {
        if (files.Count == 0)
        {
            missed.Say("The code base has no files that could be read.");
        }

        if (files.Count <= options.MostFiles)
        {
            return files;
        }

        missed.Say($"The code base has {files.Count} files; the last {files.Count - options.MostFiles} in the order of their paths were left out.");
        return files[..options.MostFiles];
    }

    private void Visit(Folder folder, List<FoundFile> files, Stack<Folder> open)
    {
        var rules = folder.Rules.With(folder.FullPath, folder.Path);
        foreach (var entry in Entries(folder))
        {
            var path = folder.Path.Length == 0 ? entry.Name : $"{folder.Path}/{entry.Name}";
            if (entry.Name.Any(char.IsControl))
            {
                missed.Add("Names with control characters were left out", Printable(path));
            }
            else if (entry is DirectoryInfo directory)
            {
                if (Enters(directory, path, rules))
                {
                    open.Push(new Folder(directory.FullName, path, rules));
                }
            }
            else if (!rules.Ignores(path, isFolder: false) && Found((FileInfo)entry, path) is { } file)
            {
                files.Add(file);
            }
        }
    }

    private bool Enters(DirectoryInfo directory, string path, IgnoreRules rules) =>
        !Skipped.Contains(directory.Name)
        && directory.LinkTarget is null
        && !excluded.Contains(directory.FullName)
        && !PlannerOutput.Is(directory)
        && !rules.Ignores(path, isFolder: true);

    private FoundFile? Found(FileInfo file, string path)
    {
        try
        {
            if (file.LinkTarget is null)
            {
                return new FoundFile(path, file.FullName, file.Length);
            }

            var target = links.TargetInside(file);
            return target is null ? null : new FoundFile(path, target.FullName, target.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            missed.Add("Files could not be read", path);
            return null;
        }
    }

    private List<FileSystemInfo> Entries(Folder folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder.FullPath).EnumerateFileSystemInfos("*", Plain)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            missed.Add("Folders could not be read", folder.Path);
            return [];
        }
    }

    private static string Printable(string path) => string.Concat(path.Select(c => char.IsControl(c) ? '?' : c));

    private sealed record Folder(string FullPath, string Path, IgnoreRules Rules);
}
