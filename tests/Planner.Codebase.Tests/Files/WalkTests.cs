using Planner.Codebase.Reading;
using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.Files;

public sealed class WalkTests : IDisposable
{
    private readonly Tree tree = new();

    public void Dispose() => tree.Dispose();

    [Fact]
    public async Task BuildOutputAndRepository_AreNotRead()
    {
        tree.With("src/A.cs", "class A;").With("src/bin/B.cs", "").With("src/obj/C.cs", "").With(".git/config", "").With("web/node_modules/x/d.js", "");
        Assert.Equal(["src/A.cs"], await tree.Paths());
    }

    [Fact]
    public async Task LinkedFolder_IsNotEntered()
    {
        tree.With("src/A.cs", "class A;");
        Directory.CreateSymbolicLink(tree.At("src/again"), tree.At("src"));
        Assert.Equal(["src/A.cs"], await tree.Paths());
    }

    [Fact]
    public async Task LinkedFile_CountsOnlyWhenItsTargetIsInside()
    {
        using var other = new Tree();
        other.With("secret.txt", "password");
        tree.With("a.txt", "hello");
        File.CreateSymbolicLink(tree.At("inside.txt"), tree.At("a.txt"));
        File.CreateSymbolicLink(tree.At("outside.txt"), other.At("secret.txt"));
        Assert.Equal(["a.txt", "inside.txt"], await tree.Paths());
    }

    [Fact]
    public async Task LinkThroughALinkedFolder_IsNotFollowed()
    {
        using var other = new Tree();
        other.With("secret.txt", "password");
        Directory.CreateSymbolicLink(tree.At("way"), other.Root);
        File.CreateSymbolicLink(tree.At("out.txt"), tree.At("way/secret.txt"));
        Assert.Empty(await tree.Paths());
    }

    [Fact]
    public async Task LinksInACircle_EndTheReadingAsUsual()
    {
        tree.With("a.txt", "x");
        File.CreateSymbolicLink(tree.At("one"), tree.At("two"));
        File.CreateSymbolicLink(tree.At("two"), tree.At("one"));
        Assert.Equal(["a.txt"], await tree.Paths());
    }

    [Fact]
    public async Task OwnOutput_IsNeverGrounding()
    {
        tree.With("a.txt", "x")
            .With(".work/.planner/runs.db", "x")
            .With(".work/JIRA-A-1/v1/tasks.md", "x")
            .With("plans/JIRA-A-1/latest.json", "{}")
            .With("given/x.md", "x");
        Assert.Equal(["a.txt"], await tree.Paths(new CodebaseOptions { ExcludedFolders = [tree.At("given")] }));
    }

    [Fact]
    public async Task TeamsOwnPlannerFolder_IsRead()
    {
        tree.With(".planner/specialists/database.md", "x");
        Assert.Equal([".planner/specialists/database.md"], await tree.Paths());
    }

    [Fact]
    public async Task FileOverTheLimit_IsKnownByPathAlone()
    {
        tree.With("big.cs", new string('a', 3000));
        var index = await tree.Read(new CodebaseOptions { LargestFile = 2048 });
        var document = Assert.Single(index.Documents);
        Assert.Equal("", document.Sha256);
        Assert.Empty(document.Terms);
        Assert.Contains(index.Limitations, l => l.Contains("big.cs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MoreFilesThanTheLimit_AreLeftOutAndTold()
    {
        tree.With("a.txt", "x").With("b.txt", "x").With("c.txt", "x");
        var index = await tree.Read(new CodebaseOptions { MostFiles = 2 });
        Assert.Equal(["a.txt", "b.txt"], index.Documents.Select(d => d.Path));
        Assert.Equal(["The code base has 3 files; the last 1 in the order of their paths were left out."], index.Limitations);
    }

    [Fact]
    public async Task DanglingLink_DoesNotStopTheReading()
    {
        tree.With("a.txt", "x");
        File.CreateSymbolicLink(tree.At("gone.txt"), tree.At("nowhere.txt"));
        Assert.Equal(["a.txt"], await tree.Paths());
    }

    [Fact]
    public async Task EmptyFolder_IsALimitation()
    {
        var index = await tree.Read();
        Assert.Equal(["The code base has no files that could be read."], index.Limitations);
    }

    [Fact]
    public async Task MissingFolder_IsRefusedInOneLine()
    {
        var fault = await Assert.ThrowsAsync<CodebaseUnreadableException>(() => tree.Read(under: "nowhere"));
        Assert.Contains("does not exist; give an existing folder.", fault.Message, StringComparison.Ordinal);
        Assert.False(fault.RetryHelps);
    }

    [Fact]
    public async Task FileInsteadOfFolder_IsRefused()
    {
        tree.With("a.txt", "x");
        var fault = await Assert.ThrowsAsync<CodebaseUnreadableException>(() => tree.Read(under: "a.txt"));
        Assert.Contains("is a file", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownName_IsRefused()
    {
        var reader = new CodebaseReader(_ => null, new CodebaseOptions());
        var fault = await Assert.ThrowsAsync<CodebaseUnreadableException>(() => reader.Read("shop", TestContext.Current.CancellationToken));
        Assert.StartsWith("There is no code base 'shop'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameTree_GivesTheSameIndex()
    {
        for (var i = 0; i < 60; i++)
        {
            tree.With($"src/T{i}.cs", $"namespace N; public class T{i} {{ public void M{i}() => new T{(i + 1) % 60}(); }}");
        }

        var first = System.Text.Json.JsonSerializer.Serialize(await tree.Read());
        Assert.Equal(first, System.Text.Json.JsonSerializer.Serialize(await tree.Read(new CodebaseOptions { Parallelism = 1 })));
    }
}
