using Planner.Core.Artifacts;
using Xunit;

namespace Planner.Conformance.ArtifactStore;

public abstract partial class ArtifactStoreConformance
{
    [Fact]
    public async Task NothingWritten_IsEmpty()
    {
        var store = await Open();

        Assert.Null(await store.Latest(Ticket, Cancellation));
        Assert.Null(await store.Read(Ticket, 1, "implementation.md", Cancellation));
        Assert.Empty(await store.List(Ticket, 1, Cancellation));
    }

    [Fact]
    public async Task VersionWithoutManifest_IsInvisible()
    {
        var store = await Open();
        var version = await store.ReserveVersion(Ticket, Run, Cancellation);
        await store.Write(Ticket, version, "implementation.md", "# Plan\n", Cancellation);

        var reader = await Open();
        Assert.Null(await reader.Latest(Ticket, Cancellation));
        Assert.Null(await reader.Read(Ticket, version, "implementation.md", Cancellation));
        Assert.Empty(await reader.List(Ticket, version, Cancellation));
    }

    [Fact]
    public async Task VersionWithoutManifest_IsNotPublished()
    {
        var store = await Open();
        var version = await store.ReserveVersion(Ticket, Run, Cancellation);
        await store.Write(Ticket, version, "implementation.md", "# Plan\n", Cancellation);

        await Assert.ThrowsAsync<ArtifactMissingException>(() => store.Publish(Ticket, version, Cancellation));
        Assert.Null(await store.Latest(Ticket, Cancellation));
    }

    [Fact]
    public async Task UnpublishedVersion_IsNotTheLatest()
    {
        var store = await Open();
        var version = await store.ReserveVersion(Ticket, Run, Cancellation);
        await store.Write(Ticket, version, "manifest.json", "{}\n", Cancellation);

        Assert.Null(await (await Open()).Latest(Ticket, Cancellation));
    }

    [Fact]
    public async Task PublishedVersion_IsRead()
    {
        var version = await PublishVersion(await Open(), Run, ("tasks.md", "Größe\n"), ("contracts/openapi.yaml", "openapi: 3.1.0\n"), ("Z.md", "z\n"));

        var reader = await Open();
        Assert.Equal(version, await reader.Latest(Ticket, Cancellation));
        Assert.Equal("Größe\n", await reader.Read(Ticket, version, "tasks.md", Cancellation));
        Assert.Equal("openapi: 3.1.0\n", await reader.Read(Ticket, version, "contracts/openapi.yaml", Cancellation));
        Assert.Null(await reader.Read(Ticket, version, "contracts", Cancellation));
        Assert.Null(await reader.Read(Ticket, version, "absent.md", Cancellation));
    }

    [Fact]
    public async Task PublishedVersion_ListsItsFilesInOrdinalOrder()
    {
        var store = await Open();
        var version = await PublishVersion(store, Run, ("tasks.md", "t\n"), ("contracts/openapi.yaml", "o\n"), ("Z.md", "z\n"));

        Assert.Equal(["Z.md", "contracts/openapi.yaml", "manifest.json", "tasks.md"], await store.List(Ticket, version, Cancellation));
        Assert.Contains($"v{version}", store.Locate(Ticket, version), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameBytesAgain_ChangeNothing()
    {
        await PublishVersion(await Open(), Run, ("tasks.md", "t\n"));

        var again = await PublishVersion(await Open(), Run, ("tasks.md", "t\n"));

        Assert.Equal(1, again);
        Assert.Equal(["manifest.json", "tasks.md"], await (await Open()).List(Ticket, 1, Cancellation));
    }

    [Fact]
    public async Task OtherBytesBeforePublishing_Conflict()
    {
        var store = await Open();
        await store.ReserveVersion(Ticket, Run, Cancellation);
        await store.Write(Ticket, 1, "tasks.md", "t\n", Cancellation);

        await Assert.ThrowsAsync<ArtifactConflictException>(() => store.Write(Ticket, 1, "tasks.md", "other\n", Cancellation));
    }

    [Theory]
    [InlineData("tasks.md")]
    [InlineData("new.md")]
    public async Task ChangeOfAPublishedVersion_Conflicts(string path)
    {
        await PublishVersion(await Open(), Run, ("tasks.md", "t\n"));

        var store = await Open();
        await Assert.ThrowsAsync<ArtifactConflictException>(() => store.Write(Ticket, 1, path, "other\n", Cancellation));
        Assert.Equal(["manifest.json", "tasks.md"], await store.List(Ticket, 1, Cancellation));
    }

    [Fact]
    public async Task OlderVersionPublishedLater_DoesNotReplaceTheNewer()
    {
        var store = await Open();
        await store.ReserveVersion(Ticket, Run, Cancellation);
        await PublishVersion(store, "SHOP-101-cli-2", ("tasks.md", "second\n"));

        await PublishVersion(await Open(), Run, ("tasks.md", "first\n"));

        Assert.Equal(2, await store.Latest(Ticket, Cancellation));
        Assert.Equal("first\n", await store.Read(Ticket, 1, "tasks.md", Cancellation));
        Assert.Equal("second\n", await store.Read(Ticket, 2, "tasks.md", Cancellation));
    }

    [Fact]
    public async Task NumberAfterPublishedVersions_IsTheNext()
    {
        await PublishVersion(await Open(), Run);
        await PublishVersion(await Open(), "SHOP-101-cli-2");

        Assert.Equal(3, await (await Open()).ReserveVersion(Ticket, "SHOP-101-cli-3", Cancellation));
    }

    [Theory]
    [InlineData("../escape.md")]
    [InlineData("a/../../escape.md")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b.md")]
    [InlineData("a\\b.md")]
    [InlineData("C:/b.md")]
    [InlineData("./a.md")]
    [InlineData(".hidden")]
    [InlineData("a/.hidden/b.md")]
    [InlineData("a/")]
    [InlineData("")]
    [InlineData("a\0.md")]
    [InlineData("a\u001b[31m.md")]
    public async Task PathThatLeavesTheFolder_IsRefused(string path)
    {
        var store = await Open();
        await store.ReserveVersion(Ticket, Run, Cancellation);

        await Assert.ThrowsAsync<ArtifactPathException>(() => store.Write(Ticket, 1, path, "x", Cancellation));
        await Assert.ThrowsAsync<ArtifactPathException>(() => store.Read(Ticket, 1, path, Cancellation));
        await Assert.ThrowsAsync<ArtifactPathException>(() => store.Update(path, _ => "x", Cancellation));
        await Assert.ThrowsAsync<ArtifactPathException>(() => store.ReadShared(path, Cancellation));
    }

    [Theory]
    [InlineData("../../x")]
    [InlineData("shop-1")]
    [InlineData("")]
    public async Task BadTicketKey_IsRefused(string ticket)
    {
        var store = await Open();

        await Assert.ThrowsAsync<ArtifactPathException>(() => store.PutContent(ticket, Run, "x", Cancellation));
        await Assert.ThrowsAsync<ArtifactPathException>(() => store.ReserveVersion(ticket, Run, Cancellation));
        await Assert.ThrowsAsync<ArtifactPathException>(() => store.Latest(ticket, Cancellation));
    }

    [Theory]
    [InlineData("../run")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData(".tmp")]
    [InlineData("")]
    public async Task BadRunId_IsRefused(string run)
    {
        var store = await Open();

        await Assert.ThrowsAsync<ArtifactPathException>(() => store.PutContent(Ticket, run, "x", Cancellation));
        await Assert.ThrowsAsync<ArtifactPathException>(() => store.ReserveVersion(Ticket, run, Cancellation));
    }

    [Fact]
    public async Task SharedPathOfATicket_IsRefused()
    {
        var store = await Open();

        await Assert.ThrowsAsync<ArtifactPathException>(() => store.Update("JIRA-SHOP-101/latest.json", _ => "x", Cancellation));
    }
}
