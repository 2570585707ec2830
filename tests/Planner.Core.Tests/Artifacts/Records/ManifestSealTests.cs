using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Xunit;

namespace Planner.Core.Tests.Artifacts.Records;

public sealed class ManifestSealTests
{
    private static readonly Artifact A = new("a.md", "# A\n");
    private static readonly Artifact B = new("b.md", "# B\n");

    [Fact]
    public void ManifestOfItsFiles_IsWhole() => Assert.Empty(ManifestSeal.Breaches(Of(A, B), [A, B]));

    [Fact]
    public void ManifestItself_IsNoFileOfTheVersion() => Assert.Empty(ManifestSeal.Breaches(Of(A), [A, ManifestBuilder.Render(Of(A))]));

    [Fact]
    public void FileThatIsNotListed_IsABreach() => Assert.Equal([("unlisted", "b.md")], Codes(ManifestSeal.Breaches(Of(A), [A, B])));

    [Fact]
    public void FileThatIsNotThere_IsABreach() => Assert.Equal([("phantom", "b.md")], Codes(ManifestSeal.Breaches(Of(A, B), [A])));

    [Fact]
    public void FileWithOtherBytes_IsABreach() => Assert.Equal([("hash", "a.md")], Codes(ManifestSeal.Breaches(Of(A), [A with { Text = "# a\n" }])));

    [Fact]
    public void FileThatChangedAfterTheReview_IsABreach() =>
        Assert.Equal([("changed", "a.md")], Codes(ManifestSeal.Changed(Of(A, B), [ManifestFile.Of(A with { Text = "# a\n" }), ManifestFile.Of(B)])));

    [Fact]
    public void FileThatCameAfterTheReview_IsNone() => Assert.Empty(ManifestSeal.Changed(Of(A, B), [ManifestFile.Of(A)]));

    [Fact]
    public void Breach_IsRefusedWithItsWords() =>
        Assert.Contains(
            "b.md",
            Assert.Throws<ManifestMismatchException>(() => ManifestSeal.Refuse(ManifestSeal.Breaches(Of(A, B), [A]))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void NoBreach_IsTaken() => Assert.Null(Record.Exception(() => ManifestSeal.Refuse([])));

    private static IEnumerable<(string, string)> Codes(IEnumerable<ManifestBreach> breaches) => breaches.Select(b => (b.Code, b.Path));

    private static Manifest Of(params Artifact[] files) => ManifestBuilder.Build(new(files, []), new()
    {
        RunId = "run",
        Ticket = "SHOP-1",
        Version = 1,
        CreatedAt = DateTimeOffset.UnixEpoch,
        StoryVersion = "1",
        Verdict = "APPROVED",
    });
}
