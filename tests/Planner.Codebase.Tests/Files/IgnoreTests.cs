using Xunit;

namespace Planner.Codebase.Tests.Files;

public sealed class IgnoreTests : IDisposable
{
    private readonly Tree tree = new();

    public void Dispose() => tree.Dispose();

    [Theory]
    [InlineData("*.log", "a.log", true)]
    [InlineData("*.log", "deep/down/a.log", true)]
    [InlineData("/a.log", "deep/a.log", false)]
    [InlineData("build/", "build/x.txt", true)]
    [InlineData("build/", "src/build/x.txt", true)]
    [InlineData("build/", "src/build", false)]
    [InlineData("doc/*.txt", "doc/a.txt", true)]
    [InlineData("doc/*.txt", "doc/deep/a.txt", false)]
    [InlineData("doc/*.txt", "x/doc/a.txt", false)]
    [InlineData("**/logs", "a/b/logs/x", true)]
    [InlineData("logs/**/debug.txt", "logs/debug.txt", true)]
    [InlineData("logs/**/debug.txt", "logs/a/b/debug.txt", true)]
    [InlineData("abc/**", "abc/x/y", true)]
    [InlineData("foo[0-9].txt", "foo5.txt", true)]
    [InlineData("foo[!0-9].txt", "foo5.txt", false)]
    [InlineData("foo?.txt", "foob.txt", true)]
    [InlineData("\\#a", "#a", true)]
    [InlineData("# comment", "comment", false)]
    [InlineData("trailing   ", "trailing", true)]
    [InlineData("[broken", "[broken", true)]
    public async Task Pattern_MeansWhatGitMeans(string pattern, string path, bool ignored)
    {
        tree.With(".gitignore", pattern + "\n").With(path, "x");
        Assert.Equal(!ignored, (await tree.Paths()).Contains(path));
    }

    [Fact]
    public async Task LaterNegation_BringsAFileBack()
    {
        tree.With(".gitignore", "*.txt\n!keep.txt\n").With("keep.txt", "x").With("drop.txt", "x");
        Assert.Equal([".gitignore", "keep.txt"], await tree.Paths());
    }

    [Fact]
    public async Task NegationBelowAnIgnoredFolder_BringsNothingBack()
    {
        tree.With(".gitignore", "out/\n!out/keep.txt\n").With("out/keep.txt", "x");
        Assert.Equal([".gitignore"], await tree.Paths());
    }

    [Fact]
    public async Task NestedFile_HoldsForItsFolderAndWins()
    {
        tree.With(".gitignore", "*.txt\n").With("a/.gitignore", "!b.txt\n/only\n").With("a/b.txt", "x").With("b.txt", "x").With("a/only", "x").With(
            "only",
            "x");
        Assert.Equal([".gitignore", "a/.gitignore", "a/b.txt", "only"], await tree.Paths());
    }

    [Fact]
    public async Task RulesAboveTheRoot_HoldToo()
    {
        tree.With(".git/HEAD", "ref: refs/heads/main\n")
            .With(".gitignore", "secret/\n/shop/local.txt\n")
            .With("shop/a.txt", "x")
            .With("shop/local.txt", "x")
            .With("shop/secret/b.txt", "x");
        Assert.Equal(["a.txt"], await tree.Paths(under: "shop"));
    }

    [Fact]
    public async Task RepositorysOwnExcludes_Hold()
    {
        tree.With(".git/info/exclude", "mine.txt\n").With("a.txt", "x").With("mine.txt", "x");
        Assert.Equal(["a.txt"], await tree.Paths());
    }

    [Fact]
    public async Task HostilePattern_CostsLittle()
    {
        tree.With(".gitignore", string.Concat(Enumerable.Repeat("*a", 200)) + "\n").With(new string('a', 200) + "b", "x");
        Assert.Equal(2, (await tree.Paths()).Count);
    }
}
