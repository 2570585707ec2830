using Planner.EndToEnd.Tests.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

public sealed class BadTicketTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("missing.json", "no file 'missing.json'")]
    [InlineData("SHOP-1", "Give the ticket as a file")]
    [InlineData("../../etc/x-1", "no ticket key")]
    [InlineData("code", "is a folder")]
    public async Task TicketThatIsNotThere_IsExplained(string ticket, string hint) =>
        Refused(await scratch.Plan(ticket, "--codebase", "code", "--out", "out"), hint);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{\"fields\":{\"summary\":\"x\"}}", "no `key`")]
    [InlineData("{\"key\":\"../../x\",\"fields\":{\"summary\":\"x\",\"description\":\"y\"}}", "no Jira key")]
    [InlineData("{\"key\":\"A-1\",\"fields\":", "no valid JSON")]
    [InlineData("[1,2,3]", "JSON")]
    public async Task TicketFileThatIsNoTicket_IsExplained(string text, string hint)
    {
        scratch.Write("bad.json", text);

        Refused(await scratch.PlanFile("bad.json"), hint);
    }

    [Fact]
    public async Task BinaryTicketFile_IsExplained()
    {
        var noise = new byte[3000];
        new Random(7).NextBytes(noise);
        scratch.Write("bad.json", noise);

        Refused(await scratch.PlanFile("bad.json"), "is no text");
    }

    [Fact]
    public async Task TicketFileOf200Megabytes_IsRefusedUnread()
    {
        using (var file = File.Create(Path.Combine(scratch.Root, "big.json")))
        {
            file.SetLength(200L * 1024 * 1024);
        }

        Refused(await scratch.PlanFile("big.json"), "200 MB");
    }

    [Fact]
    public async Task NameThatWouldMoveTheCursor_IsShownHarmless()
    {
        var finished = await scratch.Plan("\u001b[2Jx", "--codebase", "code", "--out", "out");

        Refused(finished, "no ticket key");
        Assert.DoesNotContain('\u001b', finished.Errors);
    }

    private void Refused(PlannerProcess.Finished finished, string hint)
    {
        Assert.Equal(2, finished.Code);
        Assert.Empty(finished.Output);
        Assert.Contains(hint, finished.Errors, StringComparison.Ordinal);
        Assert.Single(finished.Errors.TrimEnd('\n').Split('\n'));
        Assert.False(Directory.Exists(scratch.Out));
    }
}
