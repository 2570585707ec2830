using Azure.Storage.Blobs;
using Planner.Conformance.Stores;
using Planner.Core.Artifacts;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Artifacts.Blobs;
using Planner.Integrations.Blobs;
using Planner.Integrations.Tests.Blobs;
using Xunit;

namespace Planner.Integrations.Tests.Artifacts.Blobs;

public sealed class BlobArtifactStoreTests(StorageAccount account)
{
    private const string Ticket = "SHOP-101";
    private const string Run = "SHOP-101-cli-1";
    private readonly string name = StorageAccount.NewContainer();

    [Fact]
    public async Task Reading_MakesNoContainer()
    {
        var container = await Container();
        var store = new BlobArtifactStore(container);

        Assert.Null(await store.Latest(Ticket, default));
        Assert.Null(await store.ReadShared("decisions/index.json", default));
        Assert.Null(await store.Noted(Ticket, Run, new string('a', 64), default));
        Assert.Empty(await store.List(Ticket, 1, default));
        Assert.False(await container.ExistsAsync());
    }

    [Fact]
    public async Task ContainerThatIsNotThere_IsMadeByManyFirstWritesAtOnce()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => new BlobArtifactStore(await Container())));

        await Task.WhenAll(stores.Select((store, n) => store.Update($"shared/{n}.json", _ => "{}\n", default)));

        Assert.Equal("{}\n", await stores[0].ReadShared("shared/7.json", default));
    }

    [Fact]
    public async Task PublishedVersion_HasThePathsOfTheDesign()
    {
        var container = await Container();
        var store = new BlobArtifactStore(container);
        await Publish(store, Run, "tasks.md");

        var pointer = await container.GetBlobClient("JIRA-SHOP-101/latest.json").DownloadContentAsync();
        var page = await container.GetBlobClient("JIRA-SHOP-101/v1/tasks.md").DownloadContentAsync();
        Assert.Equal("{\n  \"version\": 1,\n  \"manifest\": \"v1/manifest.json\"\n}\n", pointer.Value.Content.ToString());
        Assert.Equal("text of tasks.md\n"u8.ToArray(), page.Value.Content.ToArray());
        Assert.Equal("text/markdown; charset=utf-8", page.Value.Details.ContentType);
        Assert.Equal($"{container.Uri}/JIRA-SHOP-101/v1", store.Locate(Ticket, 1));
    }

    [Fact]
    public async Task ManyFiles_AreListedInOrdinalOrderOverManyPages()
    {
        var store = new BlobArtifactStore(await Container(), pageSize: 3);
        string[] paths =
            [.. Enumerable.Range(1, 20).Select(n => $"page-{n}.md"), "contracts/openapi.yaml", "Z.md", "größe und 100%.md", "a#b&c+d.md", "%41.md"];

        await Publish(store, Run, paths);

        Assert.Equal(paths.Append("manifest.json").Order(StringComparer.Ordinal), await store.List(Ticket, 1, default));
        foreach (var path in paths)
        {
            Assert.Equal($"text of {path}\n", await store.Read(Ticket, 1, path, default));
        }
    }

    [Fact]
    public async Task ManyVersions_AreCountedOverManyPages()
    {
        for (var n = 1; n <= 12; n++)
        {
            await Publish(new BlobArtifactStore(await Container()), $"SHOP-101-cli-{n}", "tasks.md");
        }

        var store = new BlobArtifactStore(await Container(), pageSize: 2);
        Assert.Equal(5, await store.ReserveVersion(Ticket, "SHOP-101-cli-5", default));
        Assert.Equal(13, await store.ReserveVersion(Ticket, "SHOP-101-cli-13", default));
    }

    [Fact]
    public async Task FolderCopiedIntoAContainer_GoesOnThere()
    {
        var folder = Directory.CreateTempSubdirectory("planner-copied-").FullName;
        var files = new FileArtifactStore(folder);
        await Publish(files, Run, "tasks.md");
        var container = await Container();
        await container.CreateAsync();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            await container.UploadBlobAsync(Path.GetRelativePath(folder, file).Replace('\\', '/'), new BinaryData(await File.ReadAllBytesAsync(file)));
        }

        Directory.Delete(folder, recursive: true);

        var store = new BlobArtifactStore(container);

        Assert.Equal(1, await store.Latest(Ticket, default));
        Assert.Equal("text of tasks.md\n", await store.Read(Ticket, 1, "tasks.md", default));
        Assert.Equal(1, await store.ReserveVersion(Ticket, Run, default));
        Assert.Equal(2, await store.ReserveVersion(Ticket, "SHOP-101-cli-2", default));
    }

    [Fact]
    public async Task ContentChangedByOthers_IsMissingUntilItIsPutAgain()
    {
        var container = await Container();
        var store = new BlobArtifactStore(container);
        var hash = await store.PutContent(Ticket, Run, "true", default);
        await container.GetBlobClient($"JIRA-SHOP-101/.runs/{Run}/{hash}").UploadAsync(new BinaryData("false"), overwrite: true);

        await Assert.ThrowsAsync<ArtifactMissingException>(() => store.GetContent(Ticket, Run, hash, default));
        Assert.Equal(hash, await store.PutContent(Ticket, Run, "true", default));
        Assert.Equal("true", await store.GetContent(Ticket, Run, hash, default));
    }

    [Fact]
    public async Task DamagedPointer_IsNamedAndNotTakenForNothing()
    {
        var container = await Container();
        var store = new BlobArtifactStore(container);
        await Publish(store, Run, "tasks.md");
        await container.GetBlobClient("JIRA-SHOP-101/latest.json").UploadAsync(new BinaryData("null"), overwrite: true);

        var fault = await Assert.ThrowsAsync<ArtifactMissingException>(() => store.Latest(Ticket, default));

        Assert.Contains("JIRA-SHOP-101/latest.json' is damaged", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VersionsPublishedByManyAtOnce_TheNewestIsTheLatest()
    {
        var publishing = Enumerable.Range(1, 8).Select(async n => await Publish(new BlobArtifactStore(await Container()), $"SHOP-101-cli-{n}", "tasks.md"));

        var versions = await Task.WhenAll(publishing);

        Assert.Equal(Enumerable.Range(1, 8), versions.Order());
        Assert.Equal(8, await new BlobArtifactStore(await Container()).Latest(Ticket, default));
    }

    [Fact]
    public async Task LostAnswers_LeaveTheSameAsNone()
    {
        var store = new BlobArtifactStore(Wire.LosingAnswers().Client(await account.ConnectionString(), name));
        await Publish(store, Run, "tasks.md", "Z.md");
        for (var n = 0; n < 5; n++)
        {
            await store.Update("decisions/index.json", old => old + "x", default);
        }

        var reader = new BlobArtifactStore(await Container());
        Assert.Equal("xxxxx", await reader.ReadShared("decisions/index.json", default));
        Assert.Equal(["Z.md", "manifest.json", "tasks.md"], await reader.List(Ticket, 1, default));
        Assert.Equal(2, await reader.ReserveVersion(Ticket, "SHOP-101-cli-2", default));
    }

    private async Task<BlobContainerClient> Container() => BlobContainers.ByConnectionString(await account.ConnectionString(), name);

    private static async Task<int> Publish(IArtifactStore store, string run, params string[] paths)
    {
        var version = await store.ReserveVersion(Ticket, run, default);
        foreach (var path in paths)
        {
            await store.Write(Ticket, version, path, $"text of {path}\n", default);
        }

        await store.Write(Ticket, version, "manifest.json", "{}\n", default);
        await store.Publish(Ticket, version, default);
        return version;
    }
}
