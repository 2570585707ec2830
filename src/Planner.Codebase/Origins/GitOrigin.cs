using Planner.Codebase.Files;
using Planner.Codebase.Git;
using Planner.Codebase.History;
using Planner.Codebase.Snapshots;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Origins;

/// <summary>Copies from a repository, by commit.</summary>
/// <param name="remote">The repository.</param>
/// <param name="clone">Our own clone of it.</param>
/// <param name="folder">Where that is.</param>
internal sealed class GitOrigin(GitRemote remote, GitClone clone, string folder) : ICodebaseOrigin
{
    public string Key => KeyOf(remote);

    /// <summary>Tells repositories and their branches apart.</summary>
    public static string KeyOf(GitRemote remote) => $"git {remote.Url} {remote.Reference}";

    public Task<string> Identify(CancellationToken cancellation) => clone.RemoteHead(cancellation);

    public async Task<string> Fill(string copy, string id, CancellationToken cancellation)
    {
        var index = Path.Combine(copy, "index");
        var commit = await clone.CheckOut(Path.Combine(copy, SnapshotNames.Code.TrimEnd('/')), index, cancellation);
        File.Delete(index);
        Describe(copy, commit, cancellation);
        return commit;
    }

    public async Task<string> Look(CancellationToken cancellation) =>
        $"{remote.Url}, {remote.Branch ?? "its main branch"} at {(await clone.RemoteHead(cancellation))[..12]}";

    private void Describe(string copy, string commit, CancellationToken cancellation)
    {
        var missed = new Limitations();
        var history = new GitHistoryReader(GitRepository.Around(folder)!, folder, missed).Read(commit, cancellation);
        File.WriteAllText(Path.Combine(copy, SnapshotNames.History), HistoryTable.Text(history));
        var facts = new SnapshotFacts
        {
            Format = SnapshotFacts.CurrentFormat,
            Commit = commit,
            Files = 0,
            Bytes = 0,
            Commits = history.Commits.Count,
            Limitations = SnapshotFacts.Bounded(missed.Tell()),
        };
        File.WriteAllText(Path.Combine(copy, SnapshotNames.Facts), facts.Text());
    }
}
