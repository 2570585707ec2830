using System.Diagnostics;
using Planner.EndToEnd.Tests.Repository;
using Planner.Testing.Categories;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

public sealed class OutputFolderTests : IDisposable
{
    private const string Reason = "Mounting a small file system needs root and a kernel that allows it.";
    private readonly ScratchFolder scratch = new();

    public static bool CanMount { get; } = TryMount();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task FolderThatIsAFile_IsExplained()
    {
        scratch.Write("out", "not a folder");

        var finished = await scratch.PlanTicket();

        Assert.Equal(2, finished.Code);
        Assert.Contains("cannot be written", Assert.Single(finished.Errors.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        File.Delete(scratch.Out);
    }

    [Theory(SkipUnless = nameof(CanMount), Skip = Reason)]
    [InlineData(200)]
    [InlineData(500)]
    [LongRunning]
    public async Task DiskThatFillsHalfWay_LeavesNoHalfVersionAndTheSameCommandGoesOn(int kilobytes)
    {
        Directory.CreateDirectory(scratch.Out);
        Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "none", scratch.Out);
        try
        {
            var full = await Plan();
            var visible = Directory.Exists(Path.Combine(scratch.Out, "JIRA-SHOP-9", "v1"));
            Run("mount", "-o", "remount,size=50m", scratch.Out);
            var finished = await Plan("--json");

            Assert.Equal((1, false), (full.Code, visible));
            Assert.Single(full.Errors.TrimEnd('\n').Split('\n'));
            Assert.Equal(0, finished.Code);
            Assert.Contains("\"version\": 1", finished.Output, StringComparison.Ordinal);
        }
        finally
        {
            Run("umount", scratch.Out);
        }
    }

    private Task<PlannerProcess.Finished> Plan(params string[] more) => scratch.Plan(["ticket.md", "--codebase", "code", "--out", "out", .. more]);

    private static bool TryMount()
    {
        var folder = Directory.CreateTempSubdirectory("planner-mount-").FullName;
        var mounted = Environment.UserName == "root" && Run("mount", "-t", "tmpfs", "-o", "size=64k", "none", folder) == 0;
        if (mounted)
        {
            Run("umount", folder);
        }

        Directory.Delete(folder);
        return mounted;
    }

    private static int Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
