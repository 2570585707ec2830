using Xunit;

namespace Planner.Codebase.Tests.Files;

public sealed class CommitTests : IDisposable
{
    private const string Hash = "0123456789abcdef0123456789abcdef01234567";

    private readonly Tree tree = new();

    public void Dispose() => tree.Dispose();

    [Fact]
    public async Task Branch_IsFollowed()
    {
        tree.With(".git/HEAD", "ref: refs/heads/main\n").With(".git/refs/heads/main", Hash + "\n").With("a", "x");
        Assert.Equal(Hash, (await tree.Read()).Commit);
    }

    [Fact]
    public async Task PackedBranch_IsFound()
    {
        tree.With(".git/HEAD", "ref: refs/heads/main\n").With(".git/packed-refs", $"# pack-refs\n{Hash} refs/heads/main\n").With("a", "x");
        Assert.Equal(Hash, (await tree.Read()).Commit);
    }

    [Fact]
    public async Task DetachedHead_IsItself()
    {
        tree.With(".git/HEAD", Hash + "\n").With("a", "x");
        Assert.Equal(Hash, (await tree.Read()).Commit);
    }

    [Fact]
    public async Task FolderInsideARepository_HasItsCommit()
    {
        tree.With(".git/HEAD", Hash + "\n").With("samples/shop/a", "x");
        Assert.Equal(Hash, (await tree.Read(under: "samples/shop")).Commit);
    }

    [Fact]
    public async Task Worktree_LooksIntoTheCommonFolder()
    {
        tree.With("main/.git/worktrees/w/HEAD", "ref: refs/heads/x\n").With("main/.git/worktrees/w/commondir", "../..\n").With("main/.git/refs/heads/x", Hash)
            .With("w/.git", "gitdir: ../main/.git/worktrees/w\n").With("w/a", "x");
        Assert.Equal(Hash, (await tree.Read(under: "w")).Commit);
    }

    [Theory]
    [InlineData("ref: ../../etc/passwd")]
    [InlineData("ref: refs/../../outside")]
    [InlineData("not a hash")]
    [InlineData("ref: refs/heads/unborn")]
    public async Task OddHead_GivesNoCommit(string head)
    {
        tree.With(".git/HEAD", head).With("outside", Hash).With("a", "x");
        Assert.Null((await tree.Read()).Commit);
    }
}
