using Planner.Codebase.Files;
using Planner.Codebase.History;
using Planner.Codebase.Snapshots;
using Planner.Codebase.Specialists;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Origins;

/// <summary>A code base as files, with what is known of its past.</summary>
internal abstract class OpenedCodebase(string root) : IDisposable
{
    /// <summary>The absolute folder of its files.</summary>
    public string Root { get; } = root;

    /// <summary>The repository around it; null where there is none.</summary>
    public abstract GitRepository? Git { get; }

    /// <summary>The commit that its files are of; null where it is not known.</summary>
    public abstract string? Commit { get; }

    /// <summary>Files that belong to it and are not in the folder.</summary>
    public abstract IReadOnlyList<FoundFile> Elsewhere { get; }

    /// <summary>The newest commits.</summary>
    /// <param name="missed">Told why there are none.</param>
    /// <param name="cancellation">Ends a reading that nobody waits for.</param>
    public abstract HistoryFacts History(Limitations missed, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>A folder of somebody else.</summary>
internal sealed class OpenedFolder(string root) : OpenedCodebase(root)
{
    public override GitRepository? Git { get; } = GitRepository.Around(root);

    public override string? Commit => Git?.Commit();

    public override IReadOnlyList<FoundFile> Elsewhere => [];

    public override HistoryFacts History(Limitations missed, CancellationToken cancellation) =>
        Commit is { } commit ? new GitHistoryReader(Git!, Root, missed).Read(commit, cancellation) : HistoryFacts.None;

    public override void Dispose()
    {
        // Nothing is held.
    }
}

/// <summary>A copy in the cache.</summary>
/// <param name="copy">The copy's folder.</param>
/// <param name="facts">What it says of itself.</param>
/// <param name="lease">Keeps it from being removed.</param>
/// <param name="limitation">What is to be said about it besides; null for nothing.</param>
internal sealed class OpenedCopy(string copy, SnapshotFacts facts, IDisposable lease, string? limitation)
    : OpenedCodebase(Path.Combine(copy, SnapshotNames.Code.TrimEnd('/')))
{
    // Who sits on the panel is settled when the host starts, before anything is fetched.
    private const string Team =
        $"The specialists that the code base brings ({TeamSpecialistFolder.Folder}) were left out: they take part where it is read by Path.";

    public override GitRepository? Git => null;

    public override string? Commit => facts.Commit;

    public override IReadOnlyList<FoundFile> Elsewhere { get; } =
        [.. facts.WithoutContent.Select(f => new FoundFile(f.Path, "", f.Bytes) { HasContent = false })];

    public override HistoryFacts History(Limitations missed, CancellationToken cancellation)
    {
        IEnumerable<string> own = Directory.Exists(Path.Combine(Root, TeamSpecialistFolder.Folder)) ? [Team] : [];
        foreach (var sentence in facts.Limitations.Concat(own).Concat(limitation is null ? [] : [limitation]))
        {
            missed.Say(sentence);
        }

        var table = Path.Combine(copy, SnapshotNames.History);
        return File.Exists(table) ? HistoryTable.Read(File.ReadAllText(table)) : HistoryFacts.None;
    }

    public override void Dispose() => lease.Dispose();
}
