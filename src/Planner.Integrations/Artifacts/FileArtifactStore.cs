using Planner.Core.Artifacts;
using static Planner.Integrations.Artifacts.StoredFiles;

namespace Planner.Integrations.Artifacts;

/// <summary>
/// Plans in a folder. A version grows in <c>JIRA-{KEY}/.staging/v{n}</c>; <see cref="Publish"/> renames that folder to
/// <c>v{n}</c> in one move and then replaces <c>latest.json</c>. So a folder <c>v{n}</c> is whole whenever it is there,
/// and a kill at any moment leaves either the staging folder, to which the same calls add what is missing, or the
/// whole version. Numbers, publishing and shared documents are changed under a lock that dies with its process.
/// </summary>
/// <remarks>The folder gets a <c>.gitignore</c> that ignores everything, so that plans never slip into a commit.</remarks>
public sealed class FileArtifactStore : IArtifactStore
{
    private const string Manifest = "manifest.json";
    private const string SharedLeftover = ".shared.tmp";

    private readonly string root;
    private readonly DurableFiles files;

    /// <summary>A store in a folder, which is made at the first write.</summary>
    /// <param name="root">Absolute, or relative to the current directory.</param>
    public FileArtifactStore(string root)
        : this(root, before: null)
    {
    }

    internal FileArtifactStore(string root, Action<string>? before)
    {
        this.root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        files = new DurableFiles(before);
    }

    /// <inheritdoc />
    public Task<string> PutContent(string ticket, string runId, string text, CancellationToken cancellation)
    {
        var bytes = Utf8.GetBytes(text);
        var hash = ContentHash.Of(bytes);
        var folder = new ArtifactFolder(root, ticket);
        return Guarded(async () =>
        {
            var path = folder.Content(runId, hash);
            if (!await Holds(path, bytes, cancellation))
            {
                Prepare(folder, folder.RunLeftovers(runId));
                files.Write(path, bytes, Unique(folder.RunLeftovers(runId)));
            }

            return hash;
        });
    }

    /// <inheritdoc />
    public Task<string> GetContent(string ticket, string runId, string sha256, CancellationToken cancellation)
    {
        var folder = new ArtifactFolder(root, ticket);
        ContentHash.Require(sha256);
        return Guarded(async () =>
        {
            var bytes = await TryRead(folder.Content(runId, sha256), cancellation)
                ?? throw new ArtifactMissingException($"Content {sha256} of run {runId} is not in the store.");
            return ContentHash.Of(bytes) == sha256
                ? Utf8.GetString(bytes)
                : throw new ArtifactMissingException($"Content {sha256} of run {runId} was changed after it was written.");
        });
    }

    /// <inheritdoc />
    public Task<string> Note(string ticket, string runId, string name, string sha256, CancellationToken cancellation)
    {
        ContentHash.Require(name);
        ContentHash.Require(sha256);
        var folder = new ArtifactFolder(root, ticket);
        return Guarded(async () =>
        {
            Prepare(folder, folder.RunLeftovers(runId));
            using var held = await FolderLock.Take(folder.Lock, cancellation);
            var path = folder.Note(runId, name);
            if (await TryRead(path, cancellation) is { } standing)
            {
                return Utf8.GetString(standing);
            }

            files.Write(path, Utf8.GetBytes(sha256), Unique(folder.RunLeftovers(runId)));
            return sha256;
        });
    }

    /// <inheritdoc />
    public Task<string?> Noted(string ticket, string runId, string name, CancellationToken cancellation)
    {
        ContentHash.Require(name);
        var folder = new ArtifactFolder(root, ticket);
        return Guarded(async () => Text(await TryRead(folder.Note(runId, name), cancellation)));
    }

    /// <inheritdoc />
    public Task DeleteRun(string ticket, string runId, CancellationToken cancellation)
    {
        var path = new ArtifactFolder(root, ticket).Run(runId);
        return Guarded(() =>
        {
            cancellation.ThrowIfCancellationRequested();
            files.DeleteFolder(path);
            return Task.FromResult(true);
        });
    }

    /// <inheritdoc />
    public Task<int> ReserveVersion(string ticket, string runId, CancellationToken cancellation)
    {
        var folder = new ArtifactFolder(root, ticket);
        ArtifactPath.OfRun(runId);
        return Guarded(async () =>
        {
            Prepare(folder, folder.RunLeftovers(runId));
            using var held = await FolderLock.Take(folder.Lock, cancellation);
            return VersionNumbers.Find(folder, runId) ?? VersionNumbers.Add(folder, runId, files);
        });
    }

    /// <inheritdoc />
    public Task Write(string ticket, int version, string path, string text, CancellationToken cancellation)
    {
        var bytes = Utf8.GetBytes(text);
        var folder = new ArtifactFolder(root, ticket);
        return Guarded(async () =>
        {
            var published = Directory.Exists(folder.Version(version));
            var target = published ? folder.VersionFile(version, path) : folder.StagedFile(version, path);
            if (await Holds(target, bytes, cancellation))
            {
                return true;
            }

            if (published || File.Exists(target))
            {
                throw new ArtifactConflictException($"{ticket} v{version} {path} would change; versions never change.");
            }

            Prepare(folder, folder.StagingLeftovers(version));
            files.Write(target, bytes, Unique(folder.StagingLeftovers(version)));
            return true;
        });
    }

    /// <inheritdoc />
    public Task Publish(string ticket, int version, CancellationToken cancellation)
    {
        var folder = new ArtifactFolder(root, ticket);
        return Guarded(async () =>
        {
            if (!Directory.Exists(folder.Version(version)) && !File.Exists(folder.StagedFile(version, Manifest)))
            {
                throw new ArtifactMissingException($"{ticket} v{version} has no {Manifest} yet.");
            }

            using var held = await FolderLock.Take(folder.Lock, cancellation);
            files.DeleteFolder(folder.StagingLeftovers(version));
            if (!Directory.Exists(folder.Version(version)))
            {
                files.MoveFolder(folder.Staging(version), folder.Version(version));
            }

            if (VersionPointer.Read(folder) is not { } latest || latest < version)
            {
                VersionPointer.Write(folder, version, files);
            }

            if (VersionNumbers.RunOf(folder, version) is { } runId)
            {
                files.DeleteFolder(folder.RunLeftovers(runId));
            }

            return true;
        });
    }

    /// <inheritdoc />
    public Task<int?> Latest(string ticket, CancellationToken cancellation)
    {
        var folder = new ArtifactFolder(root, ticket);
        return Guarded(() => Task.FromResult(VersionPointer.Read(folder)));
    }

    /// <inheritdoc />
    public Task<string?> Read(string ticket, int version, string path, CancellationToken cancellation)
    {
        var folder = new ArtifactFolder(root, ticket);
        return Guarded(async () => Text(await TryRead(folder.VersionFile(version, path), cancellation)));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> List(string ticket, int version, CancellationToken cancellation)
    {
        var folder = new ArtifactFolder(root, ticket);
        return Guarded(() => Task.FromResult(Paths(folder.Version(version))));
    }

    /// <inheritdoc />
    public Task Update(string path, Func<string?, string> change, CancellationToken cancellation)
    {
        var target = Shared(path);
        return Guarded(async () =>
        {
            files.CreateFolder(root);
            using var held = await FolderLock.Take(ArtifactFolder.NoLink(root, Path.Combine(root, ".lock")), cancellation);
            Ignore(Path.Combine(root, SharedLeftover));
            var old = await TryRead(target, cancellation);
            var bytes = Utf8.GetBytes(change(Text(old)));
            if (old is null || !bytes.AsSpan().SequenceEqual(old))
            {
                files.Write(target, bytes, Path.Combine(root, SharedLeftover));
            }

            return true;
        });
    }

    /// <inheritdoc />
    public Task<string?> ReadShared(string path, CancellationToken cancellation)
    {
        var target = Shared(path);
        return Guarded(async () => Text(await TryRead(target, cancellation)));
    }

    /// <inheritdoc />
    public string Locate(string ticket, int version) => new ArtifactFolder(root, ticket).Version(version);

    private Task<T> Guarded<T>(Func<Task<T>> work) => StoreFaults.Guard(root, work);

    private string Shared(string path) => ArtifactFolder.NoLink(root, Path.Combine(root, ArtifactPath.OfShared(path)));

    /// <summary>Temporary files go where publishing removes what a kill left of them.</summary>
    private void Prepare(ArtifactFolder folder, string leftovers)
    {
        files.CreateFolder(folder.Self);
        Ignore(Unique(leftovers));
    }

    private void Ignore(string temporary)
    {
        var ignore = Path.Combine(root, ".gitignore");
        if (!File.Exists(ignore))
        {
            files.Write(ignore, "*\n"u8, temporary);
        }
    }
}
