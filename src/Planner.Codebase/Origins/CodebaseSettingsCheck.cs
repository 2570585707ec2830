using Planner.Codebase.Git;
using Planner.Core.Grounding.Snapshots;
using Planner.Core.Tickets;

namespace Planner.Codebase.Origins;

/// <summary>Checks one section of <c>Codebases</c> without asking the network. Messages name the setting and how to mend it, and repeat no secret.</summary>
internal static class CodebaseSettingsCheck
{
    /// <param name="name">The code base's.</param>
    /// <param name="settings">What is set.</param>
    /// <param name="hasContainer">True where artifacts go to a container.</param>
    public static IEnumerable<string> Faults(string name, CodebaseSettings settings, bool hasContainer)
    {
        var prefix = $"Codebases__{name}__";
        string?[] places = [settings.Path, settings.Archive, settings.GitUrl];
        return places.Count(p => !string.IsNullOrEmpty(p)) switch
        {
            0 => [$"{prefix}Path is missing: give the folder of the code base, a snapshot of it in {prefix}Archive, or its repository in {prefix}GitUrl."],
            1 => Ranges(prefix, settings).Concat(Place(prefix, settings, hasContainer)),
            _ => [$"{prefix}Path, {prefix}Archive and {prefix}GitUrl name different places: keep one."],
        };
    }

    private static IEnumerable<string> Place(string prefix, CodebaseSettings settings, bool hasContainer) => settings switch
    {
        { Path: { Length: > 0 } path } => Folder($"{prefix}Path", path).Concat(NoGit(prefix, settings)),
        { Archive: { Length: > 0 } archive } => Snapshot($"{prefix}Archive", archive, hasContainer).Concat(NoGit(prefix, settings)),
        _ => Repository(prefix, settings),
    };

    private static IEnumerable<string> Folder(string setting, string path)
    {
        var full = Path.GetFullPath(path);
        return !Directory.Exists(full) ? [$"{setting} is '{TicketText.Line(path)}', which is no folder: give the folder of the code base."]
            : !Directory.EnumerateFileSystemEntries(full).Any() ? [$"{setting} is '{TicketText.Line(path)}', which is empty: there is nothing to plan against."]
            : [];
    }

    private static IEnumerable<string> Snapshot(string setting, string archive, bool hasContainer)
    {
        if (SnapshotName.InContainer(archive) is not { } name)
        {
            return File.Exists(Path.GetFullPath(archive))
                ? []
                : [$"{setting} is '{archive}', which is no file: make it with 'planner snapshot', or write blob:NAME for one in the artifact container."];
        }

        return !SnapshotName.IsName(name) ? [$"{setting} is '{archive}', which names no snapshot: after blob: give {SnapshotName.Rule}."]
            : !hasContainer ? [$"{setting} is '{archive}', but there is no artifact container: set Artifacts__Store to Blob with its account, or give a file."]
            : [];
    }

    private static IEnumerable<string> Repository(string prefix, CodebaseSettings settings)
    {
        if (GitAddress.Fault(settings.GitUrl!) is { } fault)
        {
            yield return $"{prefix}GitUrl {fault}.";
        }
        else if (settings.Token is { Length: > 0 } && !GitAddress.IsHttps(settings.GitUrl!))
        {
            yield return $"{prefix}Token goes with https only: give an https address, or leave the token out and let ssh sign in by its key.";
        }

        if (settings.Token is { Length: > 0 } token && token.Any(c => char.IsControl(c) || c is ' '))
        {
            yield return $"{prefix}Token holds blanks or line ends: give the token alone.";
        }

        if (settings.Branch is { Length: > 0 } branch && !GitAddress.IsBranch(branch))
        {
            yield return $"{prefix}Branch is no name of a branch: give it as in 'git branch', without refs/heads/.";
        }

        if (!GitProgram.IsInstalled)
        {
            const string instead = "pack the code base with 'planner snapshot' where there is git";
            yield return $"{prefix}GitUrl needs git, which is not installed here: {instead}, and set {prefix}Archive.";
        }
    }

    private static IEnumerable<string> NoGit(string prefix, CodebaseSettings settings) =>
        string.IsNullOrEmpty(settings.Branch) && string.IsNullOrEmpty(settings.Token)
            ? []
            : [$"{prefix}Branch and {prefix}Token belong to {prefix}GitUrl, which is not set: remove them, or set it."];

    private static IEnumerable<string> Ranges(string prefix, CodebaseSettings settings)
    {
        const long MiB = 1024 * 1024;
        (string Name, bool IsFine, string Range)[] ranges =
        [
            (nameof(settings.GitTimeout), settings.GitTimeout.TotalSeconds is >= 10 and <= 3600, "00:00:10 to 01:00:00"),
            (nameof(settings.MaxArchiveBytes), settings.MaxArchiveBytes is >= MiB and <= 8192 * MiB, "1048576 to 8589934592 bytes"),
            (nameof(settings.MaxBytes), settings.MaxBytes is >= MiB and <= 65536 * MiB, "1048576 to 68719476736 bytes"),
            (nameof(settings.MaxFiles), settings.MaxFiles is >= 100 and <= 1_000_000, "100 to 1000000"),
            (nameof(settings.MaxRatio), settings.MaxRatio is >= 10 and <= 1_000, "10 to 1000"),
        ];
        return ranges.Where(r => !r.IsFine).Select(r => $"{prefix}{r.Name} is out of range: give {r.Range}.");
    }
}
