using System.Diagnostics;
using Planner.Core.Artifacts;
using Planner.Integrations.Artifacts;
using Xunit;

namespace Planner.Integrations.Tests.Artifacts;

/// <summary>A real disk of one megabyte in memory; needs the right to mount.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Ticket = "SHOP-101";
    private const string Run = "SHOP-101-cli-1";
    private readonly string root = Directory.CreateTempSubdirectory("planner-disk-").FullName;
    private readonly bool mounted;

    public FullDiskTests() => mounted = OperatingSystem.IsLinux() && Call("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", root);

    public void Dispose()
    {
        if (mounted)
        {
            Call("umount", root);
        }

        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task DiskThatFillsHalfWay_IsExplainedAndTheWorkGoesOnLater()
    {
        Assert.SkipUnless(mounted, "This user may not mount a small disk.");
        var store = new FileArtifactStore(root);
        await store.ReserveVersion(Ticket, Run, default);
        var ballast = Path.Combine(root, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[700_000]);

        var fault = await Assert.ThrowsAsync<ArtifactStoreUnavailableException>(() => WriteAll(store));

        Assert.Contains("full", fault.Message, StringComparison.Ordinal);
        Assert.False(fault.RetryHelps);
        Assert.Empty(await store.List(Ticket, 1, default));
        File.Delete(ballast);
        await WriteAll(new FileArtifactStore(root));
        Assert.Equal(9, (await store.List(Ticket, 1, default)).Count);
    }

    private static async Task WriteAll(FileArtifactStore store)
    {
        for (var n = 1; n <= 8; n++)
        {
            await store.Write(Ticket, 1, $"file-{n}.md", new string((char)('a' + n), 90_000), default);
        }

        await store.Write(Ticket, 1, "manifest.json", "{}\n", default);
        await store.Publish(Ticket, 1, default);
    }

    private static bool Call(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
