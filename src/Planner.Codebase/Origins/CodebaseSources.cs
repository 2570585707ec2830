using System.Security.Cryptography;
using System.Text;
using Planner.Codebase.Git;
using Planner.Codebase.Snapshots;
using Planner.Core.Grounding.Snapshots;

namespace Planner.Codebase.Origins;

/// <summary>Makes sources from settings that were checked.</summary>
/// <param name="places">The artifact container; null where artifacts go to a folder.</param>
/// <param name="cacheRoot">The folder for copies; null for one in the system's temporary folder.</param>
internal sealed class CodebaseSources(ISnapshotPlaces? places, string? cacheRoot)
{
    public static IReadOnlyList<string> Protocols { get; } = ["https", "ssh"];

    /// <summary>Null for a code base that is read where it lies.</summary>
    public ICodebaseOrigin? Origin(string name, CodebaseSettings settings) => settings switch
    {
        { Archive: { Length: > 0 } archive } => new ArchiveOrigin(
            Place(archive, settings.MaxArchiveBytes), new SnapshotLimits(settings.MaxArchiveBytes, settings.MaxBytes, settings.MaxFiles, settings.MaxRatio)),
        { GitUrl: { Length: > 0 } url } => Repository(name, new GitRemote(url, Text(settings.Branch), Text(settings.Token), Protocols), settings),
        _ => null,
    };

    public ICodebaseSource Source(string name, CodebaseSettings settings) => Origin(name, settings) is { } origin
        ? new CachedSource(origin, new CodebaseCache(Folder(name, settings), origin.Key))
        : new FolderSource(Path.GetFullPath(settings.Path!), name);

    private ISnapshotPlace Place(string archive, long largest) => SnapshotName.InContainer(archive) is { } blob
        ? places!.Place(blob, largest)
        : new FileSnapshot(Path.GetFullPath(archive));

    private GitOrigin Repository(string name, GitRemote remote, CodebaseSettings settings)
    {
        var folder = Path.Combine(Folder(name, settings), $"clone-{Hash(GitOrigin.KeyOf(remote))}");
        return new GitOrigin(remote, new GitClone(remote, $"Codebases__{name}__GitUrl", folder, settings.GitTimeout), folder);
    }

    // Names of settings are the same in either case. In the folder that all users share, each has names of its own.
    private string Folder(string name, CodebaseSettings settings)
    {
        var own = $"code-{Hash(name.ToUpperInvariant())}";
        return Text(settings.CacheFolder) is { } given ? Path.Combine(Path.GetFullPath(given), own)
            : cacheRoot is not null ? Path.Combine(cacheRoot, own)
            : Path.Combine(Path.GetTempPath(), $"planner-{Environment.UserName}-{own}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
