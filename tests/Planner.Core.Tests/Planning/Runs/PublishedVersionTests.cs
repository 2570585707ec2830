using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Planning.Runs;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.Core.Tests.Planning.Runs;

public sealed class PublishedVersionTests
{
    private const string Ticket = "SHOP-101";
    private static readonly Artifact Page = new("risks.md", "# Risks\n");
    private readonly MemoryStore store = new();

    [Fact]
    public async Task VersionAsItWasWritten_IsTaken()
    {
        await Written(Page, Manifest);

        await Version.Verify(CancellationToken.None);

        Assert.Equal("run", (await Version.Manifest(CancellationToken.None)).RunId);
    }

    [Fact]
    public async Task FileThatIsNotWhatWasWritten_FailsLoudly()
    {
        await Written(Page with { Text = "# Rsks\n" }, Manifest);

        Assert.Contains(
            "risks.md",
            (await Assert.ThrowsAsync<ManifestMismatchException>(() => Version.Verify(CancellationToken.None))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatTheStoreLost_FailsLoudly()
    {
        await Written(Manifest);

        await Assert.ThrowsAsync<ManifestMismatchException>(() => Version.Verify(CancellationToken.None));
    }

    [Fact]
    public async Task FileThatNobodyListed_FailsLoudly()
    {
        await Written(Page, Manifest, new Artifact("more.md", "# More\n"));

        await Assert.ThrowsAsync<ManifestMismatchException>(() => Version.Verify(CancellationToken.None));
    }

    [Fact]
    public async Task VersionWithoutManifest_FailsLoudly()
    {
        await Written(Page);

        await Assert.ThrowsAsync<ArtifactMissingException>(() => Version.Verify(CancellationToken.None));
    }

    private static Artifact Manifest => ManifestBuilder.Render(ManifestBuilder.Build(new([Page], []), new()
    {
        RunId = "run",
        Ticket = Ticket,
        Version = 1,
        CreatedAt = DateTimeOffset.UnixEpoch,
        StoryVersion = "1",
        Verdict = "APPROVED",
    }));

    private PublishedVersion Version => new(store, Ticket, 1);

    private async Task Written(params Artifact[] files)
    {
        foreach (var file in files)
        {
            await store.Write(Ticket, 1, file.Path, file.Text, CancellationToken.None);
        }
    }
}
