using System.Text;
using Planner.EndToEnd.Tests.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

public sealed class BadCodebaseTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("nowhere", "does not exist")]
    [InlineData("empty", "is empty")]
    [InlineData("ticket.md", "is a file")]
    public async Task FolderThatIsNoCodebase_IsExplained(string codebase, string hint)
    {
        Directory.CreateDirectory(Path.Combine(scratch.Root, "empty"));

        var finished = await scratch.Plan("ticket.md", "--codebase", codebase, "--out", "out");

        Assert.Equal(2, finished.Code);
        Assert.Contains(hint, Assert.Single(finished.Errors.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinksInCirclesOddEncodingsAndBrokenCode_ArePlannedAround()
    {
        Directory.CreateSymbolicLink(Path.Combine(scratch.Root, "code", "loop"), Path.Combine(scratch.Root, "code"));
        Directory.CreateSymbolicLink(Path.Combine(scratch.Root, "code", "etc"), "/etc");
        scratch.Write("code/Broken.cs", "class Broken { void M( { ; ");
        scratch.Write("code/Latin.cs", [.. "class L"u8, 0xE9, .. " { }"u8]);
        scratch.Write("code/Wide.cs", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("class Wide { }")]);

        var finished = await scratch.PlanTicket("--json");

        Assert.Equal(0, finished.Code);
        var grounding = await File.ReadAllTextAsync(Path.Combine(scratch.Out, "JIRA-SHOP-9", "v1", "grounding.json"));
        Assert.Contains("Broken.cs", grounding, StringComparison.Ordinal);
        Assert.DoesNotContain("passwd", grounding, StringComparison.Ordinal);
        Assert.DoesNotContain("loop/", grounding, StringComparison.Ordinal);
    }
}
