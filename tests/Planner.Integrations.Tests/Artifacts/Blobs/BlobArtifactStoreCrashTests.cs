using Azure.Storage.Blobs;
using Planner.Conformance.Stores;
using Planner.Core.Artifacts;
using Planner.Integrations.Artifacts.Blobs;
using Planner.Integrations.Blobs;
using Planner.Integrations.Tests.Blobs;
using Xunit;

namespace Planner.Integrations.Tests.Artifacts.Blobs;

/// <summary>Stops the process at each write in turn, before the write or right after it took effect, and does the same work again.</summary>
public sealed class BlobArtifactStoreCrashTests(StorageAccount account)
{
    private const string Ticket = "SHOP-101";
    private const string Run = "SHOP-101-cli-1";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task KilledAtEachWriteAndResumed_LeavesTheSameBlobs(bool afterwards)
    {
        var connection = await account.ConnectionString();
        var undisturbed = await Container(StorageAccount.NewContainer());
        await PlanOnce(new BlobArtifactStore(undisturbed));
        var expected = await Snapshot(undisturbed);

        var kills = 0;
        for (var killed = true; killed; kills++)
        {
            var name = StorageAccount.NewContainer();
            killed = await IsKilled(() => PlanOnce(new BlobArtifactStore(Wire.KilledAt(kills + 1, afterwards).Client(connection, name))));
            await AssertNoHalfVersion(new BlobArtifactStore(await Container(name)));
            await PlanOnce(new BlobArtifactStore(await Container(name)));
            Assert.Equal(expected, await Snapshot(await Container(name)));
        }

        Assert.True(kills > 8, $"Only {kills} writes were seen.");
    }

    [Fact]
    public async Task KilledBetweenWritingAndPublishing_IsPublishedByTheSameCalls()
    {
        var name = StorageAccount.NewContainer();
        var killed = new BlobArtifactStore(await Container(name));
        await killed.ReserveVersion(Ticket, Run, default);
        await killed.Write(Ticket, 1, "implementation.md", "# Plan\n", default);
        await killed.Write(Ticket, 1, "contracts/openapi.yaml", "openapi: 3.1.0\n", default);
        await killed.Write(Ticket, 1, "manifest.json", "{}\n", default);

        var next = new BlobArtifactStore(await Container(name));
        Assert.Null(await next.Latest(Ticket, default));
        await PlanOnce(next);

        Assert.Equal(1, await next.Latest(Ticket, default));
        Assert.Equal(2, await next.ReserveVersion(Ticket, "SHOP-101-cli-2", default));
    }

    private static async Task PlanOnce(IArtifactStore store)
    {
        var hash = await store.PutContent(Ticket, Run, "opinion", default);
        Assert.Equal(hash, await store.Note(Ticket, Run, hash, hash, default));
        Assert.Equal(1, await store.ReserveVersion(Ticket, Run, default));
        await store.Write(Ticket, 1, "implementation.md", "# Plan\n", default);
        await store.Write(Ticket, 1, "contracts/openapi.yaml", "openapi: 3.1.0\n", default);
        await store.Write(Ticket, 1, "manifest.json", "{}\n", default);
        await store.Publish(Ticket, 1, default);
        await store.Update("decisions/index.json", _ => "[]\n", default);
    }

    private static async Task AssertNoHalfVersion(BlobArtifactStore store)
    {
        var visible = await store.List(Ticket, 1, default);
        Assert.True(visible.Count is 0 or 3, $"A reader saw {string.Join(", ", visible)}.");
        Assert.True(await store.Latest(Ticket, default) is null || visible.Count == 3, "The pointer led nowhere.");
    }

    private static async Task<bool> IsKilled(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (Wire.KillException)
        {
            return true;
        }
    }

    private async Task<BlobContainerClient> Container(string name) => BlobContainers.ByConnectionString(await account.ConnectionString(), name);

    private static async Task<string> Snapshot(BlobContainerClient container)
    {
        List<string> blobs = [];
        await foreach (var blob in container.GetBlobsAsync())
        {
            blobs.Add($"{blob.Name}: {(await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content}");
        }

        return string.Join('\n', blobs.Order(StringComparer.Ordinal));
    }
}
