using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review;
using Planner.Core.Review.Reports;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class BundleCheckTests
{
    [Fact]
    public void SoundBundle_PassesAndSaysWhatWasJudged()
    {
        var judged = Judge(Sound);

        judged.Passes("Q16");
        Assert.Contains($"{judged.Files.Files.Count} files were rendered once", judged.Reason("Q16"), StringComparison.Ordinal);
    }

    [Fact]
    public void NoRun_LeavesTheCheckNotRun() =>
        Assert.Equal(CheckStatus.NotRun, Reviewer.Review(Sound, ArtifactComposer.Compose(Sound), new()).Checks.Single(c => c.Id == "Q16").Status);

    [Fact]
    public void FileThatIsNotTheOneThatWasRendered_IsFound()
    {
        var rendered = Judge(Sound).Files.Files.Select(ManifestFile.Of).ToList();

        Judge(Sound, s => s.Edited("risks.md", "Apply it", "Never apply it"), m => m with { Files = rendered }).Finds("Q16.hash", "risks.md");
    }

    [Theory]
    [InlineData("../escape.md", "# Page\n", "Q16.path")]
    [InlineData("page.md", "# Page\r\n", "Q16.bytes")]
    [InlineData("page.md", "\uFEFF# Page\n", "Q16.bytes")]
    [InlineData("RISKS.md", "# Page\n", "Q16.twice")]
    public void FileThatNoStoreTakes_IsFound(string path, string text, string code) =>
        Assert.Contains(
            Judge(Sound, s => s.With(new Artifact(path, text))).Report.Findings,
            f => f.Code == code && f.Severity == Severity.Error && f.Artifact.Equals(path, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void FileThatTheManifestLeavesOut_IsFound() =>
        Judge(Sound, manifest: m => m with { Files = [.. m.Files.Where(f => f.Path != "risks.md")] }).Finds("Q16.unlisted", "risks.md");

    [Fact]
    public void FileThatTheManifestListsTwice_IsFound() =>
        Judge(Sound, manifest: m => m with { Files = [.. m.Files, m.Files[0]] }).Finds("Q16.unlisted", "API_CHANGES.md");

    [Fact]
    public void FileThatIsNotInTheBundle_IsFound() =>
        Judge(Sound, manifest: m => m with { Files = [.. m.Files, new("ghost.md", new('0', 64), 7)] }).Finds("Q16.phantom", "ghost.md");

    [Fact]
    public void FileWithAnotherHash_IsFound() =>
        Judge(Sound, manifest: m => m with { Files = [.. m.Files.Select(f => f.Path == "risks.md" ? f with { Sha256 = new('0', 64) } : f)] }).Finds(
            "Q16.hash",
            "risks.md");

    [Fact]
    public void FileWithAnotherLength_IsFound() =>
        Judge(Sound, manifest: m => m with { Files = [.. m.Files.Select(f => f.Path == "risks.md" ? f with { Bytes = f.Bytes + 1 } : f)] }).Finds(
            "Q16.hash",
            "risks.md");

    [Fact]
    public void ManifestWithoutRun_IsFound() => Judge(Sound, manifest: m => m with { RunId = "" }).Finds("Q16.fact", "manifest.json");

    [Fact]
    public void ManifestOfAnotherTicket_IsFound() => Judge(Sound, manifest: m => m with { Ticket = "SHOP-9" }).Finds("Q16.fact", "manifest.json");

    [Fact]
    public void ManifestWithoutStoryVersion_IsFound() => Judge(Sound, manifest: m => m with { StoryVersion = "" }).Finds("Q16.fact", "manifest.json");

    [Fact]
    public void ManifestThatDoesNotSayWhoThought_IsFound() => Judge(Sound, manifest: m => m with { Models = [] }).Finds("Q16.fact", "manifest.json");

    [Fact]
    public void OverrideWithoutHash_IsFound() =>
        Judge(Sound, manifest: m => m with { Overrides = new Dictionary<string, string>(StringComparer.Ordinal) { ["team.md"] = "newest" } }).Finds(
            "Q16.fact",
            "manifest.json");

    [Theory]
    [InlineData("ticket", null)]
    [InlineData("ticket", "SHOP-101")]
    [InlineData("criteria", "0ther")]
    [InlineData("commit", null)]
    [InlineData("commit", "main")]
    [InlineData("schema", null)]
    public void ManifestWithAnotherInput_IsFound(string name, string? value)
    {
        var finding = Judge(Sound, manifest: m => m with { Inputs = Changed(m.Inputs, name, value) }).Finds("Q16.input", "manifest.json");

        Assert.Contains(name, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CodeBaseWithoutSchema_NeedsNoHashOfOne()
    {
        var bare = Sound with { Grounding = Sound.Grounding with { Inventory = Sound.Grounding.Inventory with { Columns = [] } } };

        Judge(bare, manifest: m => m with { Inputs = Changed(m.Inputs, "schema", null) }).Passes("Q16");
    }

    [Fact]
    public void ReasonForALeftOutFileThatTheManifestChanges_IsFound() =>
        Judge(Sound, manifest: m => m with { NotApplicable = [.. m.NotApplicable.Skip(1), m.NotApplicable[0] with { Reason = "No time." }] })
            .Finds("Q16.left-out", Judge(Sound).Files.NotApplicable.OrderBy(n => n.Path, StringComparer.Ordinal).First().Path);

    [Fact]
    public void ReviewedFiles_StandInTheReport() => Assert.Equal(Judge(Sound).Files.Files.Select(ManifestFile.Of), Judge(Sound).Report.Reviewed);

    private static Dictionary<string, string> Changed(IReadOnlyDictionary<string, string> inputs, string name, string? value)
    {
        var changed = new Dictionary<string, string>(inputs, StringComparer.Ordinal);
        changed.Remove(name);
        if (value is not null)
        {
            changed[name] = value;
        }

        return changed;
    }
}
