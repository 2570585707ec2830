using System.Diagnostics;
using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.History;

/// <summary>A code base whose git folder points at a repository that is none of its business.</summary>
public sealed class HistoryTrustTests : IDisposable
{
    private readonly Tree tree = new();

    public HistoryTrustTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        Assert.SkipUnless(File.Exists("/usr/bin/git"), "git is not installed.");
        Repository("secret");
    }

    public void Dispose() => tree.Dispose();

    [Fact]
    public async Task GitFolderThatNamesAnotherAsCommon_IsNotLookedAt()
    {
        Mine();
        tree.With("mine/.git/commondir", tree.At("secret/.git") + "\n");

        Assert.Empty((await tree.Read(under: "mine")).History.Commits);
    }

    [Fact]
    public async Task FolderOfPacksThatIsALink_IsNotLookedAt()
    {
        Git(tree.At("secret"), "repack", "-adq");
        Mine();
        Directory.CreateDirectory(tree.At("mine/.git/objects"));
        Directory.CreateSymbolicLink(tree.At("mine/.git/objects/pack"), tree.At("secret/.git/objects/pack"));
        File.CreateSymbolicLink(tree.At("mine/.git/refs/heads/main"), tree.At("secret/.git/refs/heads/main"));

        Assert.Empty((await tree.Read(under: "mine")).History.Commits);
    }

    [Fact]
    public async Task PackThatIsALink_IsNotLookedAt()
    {
        Git(tree.At("secret"), "repack", "-adq");
        Mine();
        Directory.CreateDirectory(tree.At("mine/.git/objects/pack"));
        foreach (var file in Directory.GetFiles(tree.At("secret/.git/objects/pack")))
        {
            File.CreateSymbolicLink(Path.Combine(tree.At("mine/.git/objects/pack"), Path.GetFileName(file)), file);
        }

        File.CreateSymbolicLink(tree.At("mine/.git/refs/heads/main"), tree.At("secret/.git/refs/heads/main"));

        Assert.Empty((await tree.Read(under: "mine")).History.Commits);
    }

    [Fact]
    public async Task WorkTreeOfItsOwnMaking_IsNotLookedAt()
    {
        tree.With("mine/Shop.cs", "class Shop { }").With("mine/.git", "gitdir: own\n").With("mine/own/HEAD", "ref: refs/heads/main\n")
            .With("mine/own/gitdir", tree.At("mine/.git") + "\n").With("mine/own/commondir", tree.At("secret/.git") + "\n");

        Assert.Empty((await tree.Read(under: "mine")).History.Commits);
    }

    [Fact]
    public async Task ShallowFileThatIsALink_IsNotCopied()
    {
        Repository("mine");
        File.CreateSymbolicLink(tree.At("mine/.git/shallow"), tree.At("secret/.git/HEAD"));

        var index = await tree.Read(under: "mine");

        Assert.Contains("The history of the repository was not read: its git folder is a link or holds links.", index.Limitations);
    }

    [Fact]
    public async Task WorkTreeWithRelativePaths_IsItsOwn()
    {
        Git(tree.At("secret"), "worktree", "add", "-q", tree.At("side"));
        tree.With("secret/.git/worktrees/side/gitdir", "../../../../side/.git\n");

        Assert.Single((await tree.Read(under: "side")).History.Commits);
    }

    private void Mine() => tree.With("mine/Shop.cs", "class Shop { }").With("mine/.git/HEAD", "ref: refs/heads/main\n").With("mine/.git/refs/heads/other", "");

    private void Repository(string folder)
    {
        Directory.CreateDirectory(tree.At(folder));
        Git(tree.At(folder), "init", "-q", "-b", "main");
        tree.With(Path.Combine(folder, "src/Shop.cs"), "class Shop { }");
        Git(tree.At(folder), "add", "-A");
        Git(tree.At(folder), "commit", "-qm", "Top secret");
    }

    private static void Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "git",
            ["-c", "user.name=Ada", "-c", "user.email=a@example.org", "-c", "commit.gpgSign=false", .. arguments])
        { WorkingDirectory = folder };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var git = Process.Start(start)!;
        Assert.True(git.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Equal(0, git.ExitCode);
    }
}
