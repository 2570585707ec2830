using System.Text.Json;
using Planner.EndToEnd.Tests.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

public sealed class SnapshotCommandTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    [Fact]
    public async Task Command_SaysWhatItPackedAndWhereItIs()
    {
        scratch.Write("code/.env", "DB=hidden");

        var finished = await Run("--codebase", "code", "--to", "shop.tar.gz");

        Assert.True(finished.Code == 0, finished.Errors);
        Assert.StartsWith(
            "Packed 1 file of 101 bytes and 0 commits.\nBy path only: 1 file with secrets by name, 0 too large, 0 not text.\n",
            finished.Output, StringComparison.Ordinal);
        Assert.Contains(".env", finished.Output, StringComparison.Ordinal);
        Assert.Contains($"Wrote '{Path.Combine(scratch.Root, "shop.tar.gz")}': ", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_IsOneDocument()
    {
        var finished = await Run("--codebase", "code", "--to", "first.tar.gz", "--to", "shop.tar.gz", "--json");

        using var document = JsonDocument.Parse(finished.Output);
        Assert.Equal(1, document.RootElement.GetProperty("files").GetInt32());
        Assert.Equal(64, document.RootElement.GetProperty("sha256").GetString()!.Length);
        Assert.False(File.Exists(Path.Combine(scratch.Root, "first.tar.gz")));
    }

    [Theory]
    [InlineData("--to is missing")]
    [InlineData("ends in .tar.gz", "--to", "shop.zip")]
    [InlineData("does not exist", "--to", "nowhere/shop.tar.gz")]
    [InlineData("Artifacts__Store", "--to", "blob:shop")]
    [InlineData("names no snapshot", "--to", "blob:../shop")]
    [InlineData("--codebase", "--to", "shop.tar.gz", "--codebase", "nowhere")]
    public async Task WrongUsage_IsExplainedInALine(string told, params string[] arguments)
    {
        var finished = await Run(arguments);

        Assert.Equal(2, finished.Code);
        Assert.Contains(told, Assert.Single(finished.Errors.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(scratch.Root, "*.tmp"));
    }

    public void Dispose() => scratch.Dispose();

    private Task<PlannerProcess.Finished> Run(params string[] arguments) => PlannerProcess.Run(scratch.Root, ["snapshot", .. arguments]);
}
