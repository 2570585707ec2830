using System.Security.Cryptography;
using System.Text;
using Planner.Core.Artifacts;
using Xunit;

namespace Planner.Conformance.ArtifactStore;

/// <summary>What every <see cref="IArtifactStore"/> must do. Each call of <see cref="Open"/> stands for another process over the same place.</summary>
public abstract partial class ArtifactStoreConformance
{
    private const string Ticket = "SHOP-101";
    private const string Run = "SHOP-101-cli-1";

    /// <summary>Opens the store once more over this test's own, at first empty, place.</summary>
    protected abstract Task<IArtifactStore> Open();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task<int> PublishVersion(IArtifactStore store, string run, params (string Path, string Text)[] files)
    {
        var version = await store.ReserveVersion(Ticket, run, Cancellation);
        foreach (var (path, text) in files)
        {
            await store.Write(Ticket, version, path, text, Cancellation);
        }

        await store.Write(Ticket, version, "manifest.json", "{}\n", Cancellation);
        await store.Publish(Ticket, version, Cancellation);
        return version;
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("Zürich, 東京, 😀\r\n\ttab\n")]
    public async Task Content_ComesBackUnderItsHash(string text)
    {
        var hash = await (await Open()).PutContent(Ticket, Run, text, Cancellation);

        Assert.Equal(Sha256(text), hash);
        Assert.Equal(text, await (await Open()).GetContent(Ticket, Run, hash, Cancellation));
    }

    [Fact]
    public async Task ContentPutAgain_KeepsItsHash()
    {
        var store = await Open();
        var first = await store.PutContent(Ticket, Run, "again", Cancellation);

        Assert.Equal(first, await (await Open()).PutContent(Ticket, Run, "again", Cancellation));
        Assert.Equal("again", await store.GetContent(Ticket, Run, first, Cancellation));
    }

    [Fact]
    public async Task NoteOfOneNameByMany_TheFirstStandsForAll()
    {
        var name = Sha256("question");
        var notes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
            await (await Open()).Note(Ticket, Run, name, Sha256($"{i}"), Cancellation)));

        var standing = Assert.Single(notes.Distinct(StringComparer.Ordinal));
        Assert.Equal(standing, await (await Open()).Noted(Ticket, Run, name, Cancellation));
        Assert.Null(await (await Open()).Noted(Ticket, "SHOP-101-cli-2", name, Cancellation));
    }

    [Fact]
    public async Task ContentPutByManyAtOnce_IsWhole()
    {
        var text = new string('x', 300_000);
        var puts = Enumerable.Range(0, 12).Select(async _ => await (await Open()).PutContent(Ticket, Run, text, Cancellation));

        var hashes = await Task.WhenAll(puts);

        Assert.Equal(text, await (await Open()).GetContent(Ticket, Run, Assert.Single(hashes.Distinct(StringComparer.Ordinal)), Cancellation));
    }

    [Fact]
    public async Task UnknownContent_IsMissing()
    {
        var store = await Open();
        await store.PutContent(Ticket, Run, "of this run", Cancellation);

        await Assert.ThrowsAsync<ArtifactMissingException>(() => store.GetContent(Ticket, Run, Sha256("another"), Cancellation));
        await Assert.ThrowsAsync<ArtifactMissingException>(() => store.GetContent(Ticket, "SHOP-101-cli-2", Sha256("of this run"), Cancellation));
        await Assert.ThrowsAsync<ArtifactMissingException>(() => store.GetContent(Ticket, Run, "../../latest.json", Cancellation));
    }

    [Fact]
    public async Task WorkOfARunDeleted_IsGone_AndItsPlanAndNumberStay()
    {
        var store = await Open();
        var version = await PublishVersion(store, Run, ("implementation.md", "the plan"));
        var hash = await store.PutContent(Ticket, Run, "thought", Cancellation);
        await store.Note(Ticket, Run, Sha256("question"), hash, Cancellation);
        var other = await store.PutContent(Ticket, "SHOP-101-cli-10", "of another run", Cancellation);

        await store.DeleteRun(Ticket, Run, Cancellation);
        await (await Open()).DeleteRun(Ticket, Run, Cancellation);

        await Assert.ThrowsAsync<ArtifactMissingException>(() => store.GetContent(Ticket, Run, hash, Cancellation));
        Assert.Null(await store.Noted(Ticket, Run, Sha256("question"), Cancellation));
        Assert.Equal("of another run", await store.GetContent(Ticket, "SHOP-101-cli-10", other, Cancellation));
        Assert.Equal(
            (version, "the plan"),
            (await store.ReserveVersion(Ticket, Run, Cancellation), await store.Read(Ticket, version, "implementation.md", Cancellation)));
    }

    [Fact]
    public async Task SameRun_KeepsItsNumber()
    {
        var first = await (await Open()).ReserveVersion(Ticket, Run, Cancellation);
        var other = await (await Open()).ReserveVersion(Ticket, "SHOP-101-cli-2", Cancellation);

        Assert.Equal((1, 2), (first, other));
        Assert.Equal(1, await (await Open()).ReserveVersion(Ticket, Run, Cancellation));
    }

    [Fact]
    public async Task OtherTicket_HasItsOwnNumbers()
    {
        var store = await Open();
        await store.ReserveVersion(Ticket, Run, Cancellation);

        Assert.Equal(1, await store.ReserveVersion("SHOP-102", "SHOP-102-cli-1", Cancellation));
    }

    [Fact]
    public async Task ManyRunsAtOnce_GetNumbersWithoutGap()
    {
        var reserving = Enumerable.Range(1, 16).Select(async n => await (await Open()).ReserveVersion(Ticket, $"SHOP-101-cli-{n}", Cancellation));

        var numbers = await Task.WhenAll(reserving);

        Assert.Equal(Enumerable.Range(1, 16), numbers.Order());
    }

    [Fact]
    public async Task OneRunManyTimesAtOnce_GetsOneNumber()
    {
        var reserving = Enumerable.Range(1, 12).Select(async _ => await (await Open()).ReserveVersion(Ticket, Run, Cancellation));

        Assert.All(await Task.WhenAll(reserving), n => Assert.Equal(1, n));
        Assert.Equal(2, await (await Open()).ReserveVersion(Ticket, "SHOP-101-cli-2", Cancellation));
    }

    [Fact]
    public async Task SharedDocument_IsMadeAndChanged()
    {
        var store = await Open();
        Assert.Null(await store.ReadShared("decisions/index.json", Cancellation));

        await store.Update("decisions/index.json", old => old ?? "first", Cancellation);
        await (await Open()).Update("decisions/index.json", old => old + ", second", Cancellation);

        Assert.Equal("first, second", await store.ReadShared("decisions/index.json", Cancellation));
    }

    [Fact]
    public async Task SharedDocumentChangedByManyAtOnce_LosesNothing()
    {
        var changing = Enumerable.Range(0, 16).Select(async _ => await (await Open()).Update("decisions/index.json", old => old + "x", Cancellation));

        await Task.WhenAll(changing);

        Assert.Equal(new string('x', 16), await (await Open()).ReadShared("decisions/index.json", Cancellation));
    }

    [Fact]
    public async Task ChangeThatThrows_LeavesTheSharedDocument()
    {
        var store = await Open();
        await store.Update("decisions/index.json", _ => "kept", Cancellation);

        await Assert.ThrowsAsync<InvalidDataException>(() => store.Update("decisions/index.json", _ => throw new InvalidDataException("no"), Cancellation));
        await store.Update("decisions/index.json", old => old + "!", Cancellation);

        Assert.Equal("kept!", await store.ReadShared("decisions/index.json", Cancellation));
    }
}
