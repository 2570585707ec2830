using Planner.Codebase.Files;
using Planner.Codebase.History;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Git;

/// <summary>
/// A repository of our own that holds as many commits of another as histories need, with their trees, and of files only those that
/// were checked out. It has no settings of its own and no hooks.
/// </summary>
/// <param name="remote">The other.</param>
/// <param name="told">The setting that names it, for messages.</param>
/// <param name="folder">Where it is, or will be.</param>
/// <param name="timeout">Longest time of one call of git.</param>
internal sealed class GitClone(GitRemote remote, string told, string folder, TimeSpan timeout)
{
    private const string Head = "refs/planner/head";

    /// <summary>Each fetch leaves packs; beyond this many a new clone is smaller than the old one.</summary>
    private const int MostPacks = 40;

    // One more than is read: the last one of a shallow clone looks as if it had made all files.
    private const int Depth = GitHistoryReader.MostCommits + 1;

    private static readonly TimeSpan AskTime = TimeSpan.FromMinutes(1);

    private string Repository => Path.Combine(folder, ".git");

    /// <summary>The commit that the branch is at.</summary>
    /// <exception cref="CodebaseUnavailableException">The repository cannot be reached, or has no such branch.</exception>
    public async Task<string> RemoteHead(CancellationToken cancellation)
    {
        Prepare();
        var output = await Git(["ls-remote", "--quiet", "--exit-code", "--", "origin", remote.Reference], AskTime, cancellation);
        return output.Split('\n').Select(l => l.Split('\t'))
            .Where(l => l is [{ Length: 40 or 64 }, var name] && name.Trim() == remote.Reference)
            .Select(l => l[0])
            .FirstOrDefault()
            ?? throw NoBranch();
    }

    /// <summary>Fetches the branch, and puts the files of its newest commit into a folder.</summary>
    /// <returns>The commit.</returns>
    public async Task<string> CheckOut(string files, string index, CancellationToken cancellation)
    {
        Renew();
        string[] few = [$"--depth={Depth}", "--filter=blob:none", "--no-tags", "--no-recurse-submodules"];
        await Git(["fetch", "--quiet", "--force", .. few, "--", "origin", $"+{remote.Reference}:{Head}"], timeout, cancellation);
        var commit = (await Git(["rev-parse", "--verify", "--quiet", $"{Head}^{{commit}}"], AskTime, cancellation)).Trim();
        Directory.CreateDirectory(files);
        (string, string)[] there = [("GIT_INDEX_FILE", index), ("GIT_WORK_TREE", files)];
        await Git(["read-tree", "--reset", "-u", "--no-recurse-submodules", commit], timeout, cancellation, there);
        return commit;
    }

    private void Renew()
    {
        var packs = Path.Combine(Repository, "objects", "pack");
        if (Directory.Exists(packs) && Directory.GetFiles(packs, "*.pack").Length > MostPacks)
        {
            Directory.Delete(folder, recursive: true);
        }

        Prepare();
    }

    /// <summary>Written by hand: what 'git init' makes depends on settings and templates.</summary>
    private void Prepare()
    {
        if (File.Exists(Path.Combine(Repository, "config")))
        {
            return;
        }

        PrivateFolder.Create(folder);
        Directory.CreateDirectory(Path.Combine(Repository, "refs"));
        Directory.CreateDirectory(Path.Combine(Repository, "objects"));
        File.WriteAllText(Path.Combine(Repository, "HEAD"), "ref: refs/heads/none\n");
        var aside = Path.Combine(Repository, "config.new");
        File.WriteAllText(aside, "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tpartialClone = origin\n");
        File.Move(aside, Path.Combine(Repository, "config"), overwrite: true);
    }

    private async Task<string> Git(string[] arguments, TimeSpan longest, CancellationToken cancellation, params (string Name, string Value)[] besides)
    {
        var environment = remote.Environment(folder);
        environment["GIT_DIR"] = Repository;
        foreach (var (name, value) in besides)
        {
            environment[name] = value;
        }

        return await GitProgram.Run(["--no-pager", .. arguments], environment, longest, cancellation) switch
        {
            GitResult.Done done => done.Output,
            GitResult.Failed failed => throw Failed(failed.Errors),
            GitResult.TooSlow => throw new CodebaseUnavailableException(
                $"{told} was not fetched: git took longer than {longest.TotalSeconds:0} seconds. Try again, or raise GitTimeout.", retryHelps: true),
            GitResult.Absent => throw new CodebaseUnavailableException(
                $"{told} needs git, which is not installed here: pack the code base with 'planner snapshot' where there is git, and set Archive.",
                retryHelps: false),
            _ => throw new InvalidOperationException("Git ends in one of four ways."),
        };
    }

    private CodebaseUnavailableException Failed(string errors) => GitSaid.Of(remote.Clean(errors)) switch
    {
        GitSaid.NothingThere => NoBranch(),
        GitSaid.Refused refused => new(
            $"{told} was not fetched: the host refused ({refused.Line}). Check the address and its Token or key, and what they may read.", retryHelps: false),
        var other => new($"{told} was not fetched: {other.Line}. Check the address and the network.", retryHelps: true),
    };

    private CodebaseUnavailableException NoBranch() =>
        new(
            $"{told} has no {(remote.Branch is { } branch ? $"branch '{branch}': set Branch to one that is there" : "commit yet: push one")}.",
            retryHelps: false);
}
