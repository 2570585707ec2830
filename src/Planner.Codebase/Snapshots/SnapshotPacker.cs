using System.IO.Compression;
using System.Text;
using Planner.Codebase.Files;
using Planner.Codebase.History;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Snapshots;

/// <summary>
/// Packs what grounding reads of a code base, with its commit and history. Files are listed and left out as a reading does it;
/// the same code base gives the same bytes.
/// </summary>
/// <param name="root">The code base's folder.</param>
/// <param name="options">Bounds, the same as those of readings.</param>
/// <param name="except">A file that is never packed: the snapshot itself.</param>
internal sealed class SnapshotPacker(string root, CodebaseOptions options, string? except)
{
    /// <summary>Snapshots that are being written, or were when their process was killed.</summary>
    public const string TemporaryPrefix = ".planner-snapshot-";

    private const string Secrets = "Files that hold secrets by their names are known to the snapshot by path only";

    private readonly Limitations missed = new();
    private readonly UsedPaths used = new();
    private readonly List<PathOnly> withoutContent = [];
    private readonly int[] leftOut = new int[Enum.GetValues<LeftOut>().Length];
    private int files;
    private long bytes;

    /// <summary>Writes the archive.</summary>
    /// <returns>What was packed.</returns>
    public (SnapshotFacts Facts, LeftOutFiles LeftOut) Pack(Stream output, CancellationToken cancellation)
    {
        using var compressed = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        var archive = new SnapshotWriter(compressed);
        var git = GitRepository.Around(root);
        foreach (var file in new TreeWalk(root, git, options, missed).Files(cancellation).Where(IsWanted))
        {
            cancellation.ThrowIfCancellationRequested();
            Add(archive, file);
        }

        var commit = git?.Commit();
        var history = commit is null ? HistoryFacts.None : new GitHistoryReader(git!, root, missed).Read(commit, cancellation);
        archive.Add(SnapshotNames.History, Encoding.UTF8.GetBytes(HistoryTable.Text(history)));
        var facts = Facts(commit, history);
        archive.Add(SnapshotNames.Facts, Encoding.UTF8.GetBytes(facts.Text()));
        archive.End();
        return (facts, new LeftOutFiles(leftOut[(int)LeftOut.Secret], leftOut[(int)LeftOut.Large], leftOut[(int)LeftOut.Binary]));
    }

    private SnapshotFacts Facts(string? commit, HistoryFacts history) => new()
    {
        Format = SnapshotFacts.CurrentFormat,
        Commit = commit,
        Files = files,
        Bytes = bytes,
        Commits = history.Commits.Count,
        WithoutContent = withoutContent,
        Limitations = SnapshotFacts.Bounded(missed.Tell()),
    };

    private bool IsWanted(FoundFile file)
    {
        var name = Path.GetFileName(file.Path);
        if (file.FullPath == except || name == ".git" || name.StartsWith(TemporaryPrefix, StringComparison.Ordinal))
        {
            return false;
        }

        if (EntryPath.Fault(SnapshotNames.Code + file.Path) is null && used.TryAdd(file.Path))
        {
            return true;
        }

        missed.Add("Files whose names not every system can hold were left out of the snapshot", file.Path);
        return false;
    }

    private void Add(SnapshotWriter archive, FoundFile file)
    {
        var packed = Read(file);
        leftOut[(int)packed.Cause]++;
        if (packed.Content is not { } content)
        {
            withoutContent.Add(new PathOnly(file.Path, file.Bytes));
            if (packed.Cause == LeftOut.Secret)
            {
                missed.Add(Secrets, file.Path);
            }

            return;
        }

        archive.Add(SnapshotNames.Code + file.Path, content);
        (files, bytes) = (files + 1, bytes + content.Length);
    }

    private PackedFile Read(FoundFile file)
    {
        try
        {
            return PackedFile.Of(file, options.LargestFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            missed.Add("Files could not be read", file.Path);
            return new PackedFile(file, null, LeftOut.Unreadable);
        }
    }
}
