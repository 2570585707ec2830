using System.Security.Cryptography;
using System.Text;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Artifacts.Sessions;
using Planner.Core.Text;
using Xunit;

namespace Planner.Core.Tests.Artifacts.Records;

public sealed class ManifestBuilderTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 5, 4, 5, TimeSpan.FromHours(2));

    private static readonly ManifestFacts Facts = new()
    {
        RunId = "SHOP-1-cli-1",
        Ticket = "SHOP-1",
        Version = 2,
        CreatedAt = At,
        StoryVersion = "1",
        Verdict = "APPROVED",
        Inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["ticket"] = "b", ["commit"] = "a" },
    };

    [Fact]
    public void Manifest_HashesEveryFileSorted()
    {
        var manifest = ManifestBuilder.Build(new ArtifactSet([new("b.md", "ä\n"), new("a.md", "x\n")], [new("c.md", "Not due.")]), Facts);

        Assert.Equal(["a.md", "b.md"], manifest.Files.Select(f => f.Path));
        Assert.Equal((3, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("ä\n")))), (manifest.Files[1].Bytes, manifest.Files[1].Sha256));
        Assert.Equal(["commit", "ticket"], manifest.Inputs.Keys);
        Assert.Equal("c.md", Assert.Single(manifest.NotApplicable).Path);
    }

    [Fact]
    public void Manifest_WritesTimesInUtcWithWholeSeconds() =>
        Assert.Equal("2026-01-02T03:04:05Z", ManifestBuilder.Build(new([], []), Facts).CreatedAt);

    [Fact]
    public void Manifest_ReadsBackAsWritten()
    {
        var manifest = ManifestBuilder.Build(new([new("a.md", "x\n")], []), Facts);

        Assert.Equal(manifest.Files, PlanJson.Read<Manifest>(ManifestBuilder.Render(manifest).Text).Files);
    }

    [Fact]
    public void NewerText_TakesThePlaceOfTheOlderInASet()
    {
        var set = new ArtifactSet([new("b.md", "old\n")], []).With(new Artifact("b.md", "new\n"), new Artifact("a.md", "x\n"));

        Assert.Equal([("a.md", "x\n"), ("b.md", "new\n")], set.Files.Select(f => (f.Path, f.Text)));
    }

    [Fact]
    public void SessionLog_HasOneLineForEachEntryWhateverTheMessageHolds()
    {
        var log = new SessionRecord("SHOP-1-cli-1", "SHOP-1", [new(At, "Ground", "12 files\nfake line\u0007"), new(At, "Consult", "database 9")]).Render();

        Assert.Equal("planning_session.log", log.Path);
        Assert.Equal("run SHOP-1-cli-1 of SHOP-1\n2026-01-02T03:04:05Z  Ground   12 files fake line\n2026-01-02T03:04:05Z  Consult  database 9\n", log.Text);
    }
}
