using Planner.Core.Artifacts;
using Planner.Integrations.Artifacts;
using Planner.Testing.Categories;
using Xunit;

namespace Planner.Integrations.Tests.Artifacts;

/// <summary>Stops the store before each change of the disk in turn, as a kill would, and does the same work again.</summary>
public sealed class FileArtifactStoreCrashTests : IDisposable
{
    private const string Ticket = "SHOP-101";
    private const string Run = "SHOP-101-cli-1";
    private readonly string folder = Directory.CreateTempSubdirectory("planner-crash-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public Task KilledBeforeEveryFifthChangeAndResumed_LeavesTheSameBytes() => KilledAndResumed(5);

    [Fact]
    [LongRunning]
    public Task KilledBeforeEachChangeAndResumed_LeavesTheSameBytes() => KilledAndResumed(1);

    [Fact]
    public Task KilledBeforeEveryFifthChange_ShowsNoHalfVersion() => KilledAndSeen(5);

    [Fact]
    [LongRunning]
    public Task KilledBeforeEachChange_ShowsNoHalfVersion() => KilledAndSeen(1);

    private async Task KilledAndResumed(int step)
    {
        var changes = 0;
        await PlanOnce(new FileArtifactStore(Root("undisturbed"), _ => changes++));
        Assert.True(changes > 20, $"Only {changes} changes were seen.");

        for (var at = 1; at <= changes; at += step)
        {
            var root = Root($"killed-{at}");
            await Assert.ThrowsAsync<KillException>(() => PlanOnce(new FileArtifactStore(root, KillAt(at))));
            await PlanOnce(new FileArtifactStore(root));
            Assert.Equal(Snapshot(Root("undisturbed")), Snapshot(root));
        }
    }

    private async Task KilledAndSeen(int step)
    {
        for (var at = 1; ; at += step)
        {
            var root = Root($"seen-{at}");
            var killed = await IsKilled(() => PlanOnce(new FileArtifactStore(root, KillAt(at))));
            var visible = await new FileArtifactStore(root).List(Ticket, 1, default);
            var latest = await new FileArtifactStore(root).Latest(Ticket, default);

            Assert.True(visible.Count is 0 or 3, $"At change {at} a reader saw {string.Join(", ", visible)}.");
            Assert.True(latest is null || visible.Count == 3, $"At change {at} the pointer led nowhere.");
            if (!killed)
            {
                break;
            }
        }
    }

    [Fact]
    public async Task ManyKillsInOneRun_EndWithTheSameBytes()
    {
        await PlanOnce(new FileArtifactStore(Root("undisturbed")));
        var root = Root("often");

        var attempts = 0;
        while (await IsKilled(() => PlanOnce(new FileArtifactStore(root, KillAt(6)))))
        {
            Assert.True(++attempts < 100, "The work does not get on.");
        }

        Assert.True(attempts > 2, $"It was killed {attempts} times only.");
        Assert.Equal(Snapshot(Root("undisturbed")), Snapshot(root));
    }

    private static async Task PlanOnce(IArtifactStore store)
    {
        var hash = await store.PutContent(Ticket, Run, "opinion", default);
        Assert.Equal("opinion", await store.GetContent(Ticket, Run, hash, default));
        var version = await store.ReserveVersion(Ticket, Run, default);
        Assert.Equal(1, version);
        await store.Write(Ticket, version, "implementation.md", "# Plan\n", default);
        await store.Write(Ticket, version, "contracts/openapi.yaml", "openapi: 3.1.0\n", default);
        await store.Write(Ticket, version, "manifest.json", "{}\n", default);
        await store.Publish(Ticket, version, default);
        await store.Update("decisions/index.json", _ => "[]\n", default);
    }

    private static Action<string> KillAt(int change)
    {
        var seen = 0;
        return what =>
        {
            if (++seen == change)
            {
                throw new KillException(what);
            }
        };
    }

    private static async Task<bool> IsKilled(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (KillException)
        {
            return true;
        }
    }

    private string Root(string name) => Path.Combine(folder, name);

    /// <summary>Every file, hidden ones too: what a kill left has to be gone when the work is done.</summary>
    private static string Snapshot(string root) => string.Join('\n', Directory
        .EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(f => $"{Path.GetRelativePath(root, f)}: {File.ReadAllText(f)}"));

    private sealed class KillException(string what) : Exception("Killed before: " + what);
}
