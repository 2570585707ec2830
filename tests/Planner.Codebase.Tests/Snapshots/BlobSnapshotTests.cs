using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Codebase.Reading;
using Planner.Codebase.Snapshots;
using Planner.Conformance.Stores;
using Planner.Core.Grounding.Facts;
using Planner.Integrations.Blobs;
using Planner.Integrations.Snapshots;
using Xunit;

namespace Planner.Codebase.Tests.Snapshots;

/// <summary>Snapshots in the artifact container.</summary>
public sealed class BlobSnapshotTests(StorageAccount account) : IDisposable
{
    private readonly string container = StorageAccount.NewContainer();
    private readonly SnapshotBench bench = new();

    [Fact]
    public async Task SnapshotInTheContainer_IsReadByNameAndAnewWhenItChanges()
    {
        var settings = await Settings();
        bench.Tree.With("src/A.cs", "class A { }");
        var report = await Publish(settings);
        var reader = new CodebaseReader(ServedCodebases.From(settings, BlobSnapshots.Of(settings)), new CodebaseOptions());
        Assert.Equal(["src/A.cs"], await Paths(reader));
        bench.Tree.With("src/B.cs", "class B { }");

        var changed = await Publish(settings);

        Assert.NotEqual(report.Sha256, changed.Sha256);
        Assert.Equal(["src/A.cs", "src/B.cs"], await Paths(reader));
    }

    [Fact]
    public async Task SnapshotThatWasPutThereByHand_IsReadAsWell()
    {
        var settings = await Settings();
        bench.Tree.With("src/A.cs", "class A { }");
        await bench.Pack();
        var blobs = Container(await account.ConnectionString());
        await blobs.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await blobs.GetBlobClient("codebases/shop.tar.gz").UploadAsync(bench.Archive, overwrite: true, TestContext.Current.CancellationToken);

        Assert.Equal(["src/A.cs"], await Paths(new CodebaseReader(ServedCodebases.From(settings, BlobSnapshots.Of(settings)), new CodebaseOptions())));
    }

    [Fact]
    public async Task SnapshotThatIsNotThere_SaysHowToMakeIt()
    {
        var settings = await Settings();
        var reader = new CodebaseReader(ServedCodebases.From(settings, BlobSnapshots.Of(settings)), new CodebaseOptions());

        var fault = await Assert.ThrowsAsync<CodebaseUnreadableException>(() => Paths(reader));

        Assert.EndsWith("make it with 'planner snapshot --to blob:shop'.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ArchiveThatIsTooLarge_IsNotFetched()
    {
        var settings = await Settings();
        bench.Tree.With("src/A.cs", "class A { }");
        await Publish(settings);
        var place = new BlobSnapshot(Container(await account.ConnectionString()), "shop", largest: 10);

        var fault = await Assert.ThrowsAsync<CodebaseUnreadableException>(() => bench.Read(place));

        Assert.Contains("raise MaxArchiveBytes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NameWithoutAContainer_IsRefusedAtOnce()
    {
        var fault = Assert.Throws<OptionsValidationException>(() => SnapshotPublisher.To("blob:shop", places: null));

        Assert.Contains("set Artifacts__Store to Blob", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => bench.Dispose();

    private Task<SnapshotReport> Publish(IConfiguration settings) =>
        SnapshotPublisher.To("blob:shop", BlobSnapshots.Of(settings)).Publish(bench.Tree.Root, new CodebaseOptions(), TestContext.Current.CancellationToken);

    private static async Task<IEnumerable<string>> Paths(CodebaseReader reader) =>
        (await reader.Read("shop", TestContext.Current.CancellationToken)).Documents.Select(d => d.Path);

    private BlobContainerClient Container(string connection) => BlobContainers.ByConnectionString(connection, container);

    private async Task<IConfiguration> Settings() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Artifacts:Store"] = "Blob",
        ["Artifacts:ConnectionString"] = await account.ConnectionString(),
        ["Artifacts:Container"] = container,
        ["Codebases:shop:Archive"] = "blob:shop",
        ["Codebases:shop:CacheFolder"] = bench.Cache,
    }).Build();
}
