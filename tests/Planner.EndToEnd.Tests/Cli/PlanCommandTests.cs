using System.Text.Json;
using Planner.EndToEnd.Tests.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

public sealed class PlanCommandTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Json_IsOneDocumentAndNothingElse()
    {
        var finished = await scratch.PlanTicket("--json");

        Assert.Equal((0, ""), (finished.Code, finished.Errors));
        using var document = JsonDocument.Parse(finished.Output);
        var root = document.RootElement;
        Assert.Equal("SHOP-9-cli-1", root.GetProperty("runId").GetString());
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        Assert.True(File.Exists(Path.Combine(root.GetProperty("artifacts").GetString()!, "implementation.md")));
    }

    [Fact]
    public async Task SecondPlan_IsTheNextRunAndTheNextVersion()
    {
        await scratch.PlanTicket();

        var finished = await scratch.PlanTicket("--json");

        using var document = JsonDocument.Parse(finished.Output);
        Assert.Equal("SHOP-9-cli-2", document.RootElement.GetProperty("runId").GetString());
        Assert.Equal(2, document.RootElement.GetProperty("version").GetInt32());
        Assert.True(Directory.Exists(Path.Combine(scratch.Out, "JIRA-SHOP-9", "v1")));
    }

    [Fact]
    public async Task OptionGivenTwice_TheLastWins()
    {
        var finished = await scratch.PlanTicket("--out", Path.Combine(scratch.Root, "other"), "--json");

        Assert.Equal(0, finished.Code);
        Assert.False(Directory.Exists(scratch.Out));
        Assert.True(Directory.Exists(Path.Combine(scratch.Root, "other", "JIRA-SHOP-9", "v1")));
    }

    [Theory]
    [InlineData("--decision-timeout", "5x", "no duration")]
    [InlineData("--decision-timeout", "-1h", "no duration")]
    [InlineData("--database", "Password=s3cret;Nonsense=1", "connection string")]
    [InlineData("--model", "oracle", "--model")]
    [InlineData("--bogus", "1", "--bogus")]
    public async Task WrongOption_IsExplainedInOneLine(string option, string value, string hint)
    {
        var finished = await scratch.PlanTicket(option, value);

        Assert.Equal(2, finished.Code);
        Assert.Contains(hint, Assert.Single(finished.Errors.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", finished.Errors + finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TicketWithABareLink_GetsQuestionsAndExitCode3()
    {
        scratch.Write("link.md", "---\nkey: SHOP-8\n---\n# See board\n\nhttps://example.com/board\n");

        var finished = await scratch.PlanFile("link.md");

        Assert.Equal(3, finished.Code);
        Assert.True(File.Exists(Path.Combine(scratch.Out, "JIRA-SHOP-8", "v1", "questions.md")));
        Assert.True(File.Exists(Path.Combine(scratch.Root, "SHOP-8.comment.md")));
    }

    [Fact]
    public async Task TwoAtOnceOnTheSameTicket_OneIsToldAndOnePlans()
    {
        var both = await Task.WhenAll(Process(), Process());

        var codes = both.Select(f => f.Code).Order().ToList();
        Assert.True(codes is [0, 2] or [0, 0], $"exit codes {string.Join(", ", codes)}");
        Assert.All(both.Where(f => f.Code == 2), f => Assert.Contains("Another process is planning SHOP-9", f.Errors, StringComparison.Ordinal));
        Assert.Equal(codes.Count(c => c == 0), Directory.GetDirectories(Path.Combine(scratch.Out, "JIRA-SHOP-9"), "v*").Length);
    }

    private Task<PlannerProcess.Finished> Process() => scratch.Plan("ticket.md", "--codebase", "code", "--out", "out");
}
