using Planner.Codebase.Reading;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Lookup;
using Xunit;

namespace Planner.Codebase.Tests.Lookup;

/// <summary>Looking into a code base shows its files and nothing besides.</summary>
public sealed class CodeViewTests : IDisposable
{
    private readonly Tree tree = new();

    public void Dispose() => tree.Dispose();

    [Fact]
    public async Task View_ShowsWhatAScanSees()
    {
        tree.With("src/A.cs", "class A;").With("bin/B.cs", "class B;").With(".gitignore", "*.log").With("x.log", "x");
        using var view = await Open();

        Assert.Contains("src/A.cs", view.Paths);
        Assert.DoesNotContain("bin/B.cs", view.Paths);
        Assert.Equal("class A;", await view.Read("src/A.cs", Cancellation));
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("src/../../secret.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("src")]
    [InlineData("src/link.txt")]
    public async Task Path_ThatIsNoFileOfTheScan_IsNotRead(string path)
    {
        tree.With("src/A.cs", "class A;");
        File.CreateSymbolicLink(Path.Combine(tree.Root, "src", "link.txt"), "/etc/passwd");
        using var view = await Open();

        Assert.Null(await view.Read(path, Cancellation));
    }

    [Fact]
    public async Task Secrets_AreNotShown()
    {
        tree.With("app.json", """{"Password": "hunter2!kq8Zx91pT"}""");
        using var view = await Open();

        Assert.DoesNotContain("hunter2", await view.Read("app.json", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(await view.Search("Password", _ => true, 10, Cancellation), l => l.Text.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_IsLiteralBoundedAndInOrder()
    {
        tree.With("src/B.cs", "x\nCALL(.*)\n").With("src/A.cs", "call(.*)\ncall(.*)\n").With("doc/a.md", "call(.*)");
        using var view = await Open();

        var found = await view.Search("Call(.*)", p => p.EndsWith(".cs", StringComparison.Ordinal), 2, Cancellation);

        Assert.Equal([new CodeLine("src/A.cs", 1, "call(.*)"), new CodeLine("src/A.cs", 2, "call(.*)")], found);
    }

    [Fact]
    public async Task Log_WithoutARepository_IsEmpty()
    {
        tree.With("src/A.cs", "class A;");
        using var view = await Open();

        Assert.Empty(await view.Log("src/A.cs", 5, Cancellation));
    }

    [Fact]
    public async Task CodeBase_ThatIsNotThere_IsTold() =>
        await Assert.ThrowsAsync<CodebaseUnreadableException>(() => new CodebaseReader(_ => null, new CodebaseOptions()).Open("none", null, Cancellation));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<ICodeView> Open() => new CodebaseReader(_ => tree.Root, new CodebaseOptions()).Open("here", null, Cancellation);
}
