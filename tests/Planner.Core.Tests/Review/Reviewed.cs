using System.Security.Cryptography;
using System.Text;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Markdown;
using Planner.Core.Artifacts.Records;
using Planner.Core.Conversation.Comments;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review;
using Planner.Core.Review.Reports;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Review;

/// <summary>A sound plan, broken in one place, and what the review says of it.</summary>
internal static class Reviewed
{
    // Most tests break a file of the sound plan: it is rendered once for all of them.
    private static readonly Lazy<ArtifactSet> SoundFiles = new(() => ArtifactComposer.Compose(Sound!));

    public static Plan Sound { get; } = PlanAssembler.Assemble(SettledPlans.Provisional());

    /// <summary>The plan's files, perhaps broken, and the review of both.</summary>
    public static Judged Judge(Plan plan, Func<ArtifactSet, ArtifactSet>? then = null, Func<Manifest, Manifest>? manifest = null)
    {
        var set = ReferenceEquals(plan, Sound) ? SoundFiles.Value : ArtifactComposer.Compose(plan);
        set = then is null ? set : then(set);
        var told = ManifestBuilder.Build(set, Facts);
        return new(set, Reviewer.Review(plan, set, new() { Manifest = manifest is null ? told : manifest(told), Comment = new CommentFigures() }));
    }

    /// <summary>The sound plan's files, of which some tell another plan that cannot be rendered as a whole.</summary>
    public static Judged JudgeTold(Plan other, params string[] paths)
    {
        var marks = new ProvisionalMarks(other.Decisions);
        var told = ArtifactRenderers.All.Where(r => paths.Contains(r.Path)).Select(r => new Artifact(r.Path, marks.Apply(r.Path, r.Render(other))));
        return Judge(Sound, s => s.With([.. told]));
    }

    public static ReviewReport Report(Plan plan, Func<ArtifactSet, ArtifactSet>? then = null) => Judge(plan, then).Report;

    public static void AssertFinds(string code, ReviewReport report, string? specialist = null)
    {
        var finding = report.Findings.FirstOrDefault(f => f.Code == code);
        Assert.True(finding is not null, $"No {code} among: {string.Join("; ", report.Findings.Select(f => $"{f.Code} {f.Message}"))}");
        Assert.NotEmpty(finding.Message);
        Assert.True(specialist is null || finding.Specialist == specialist, $"{code} names {finding.Specialist}.");
        var check = report.Checks.Single(c => code.StartsWith(c.Id + ".", StringComparison.Ordinal));
        Assert.Equal(finding.Severity == Severity.Error ? CheckStatus.Failed : CheckStatus.Passed, check.Status);
        Assert.True(finding.Severity == Severity.Warning || report.Verdict == Verdicts.NeedsAttention);
    }

    public static Plan WithTask(string id, Func<PlanTask, PlanTask> change) =>
        Sound with { Tasks = [.. Sound.Tasks.Select(t => t.Id == id ? change(t) : t)] };

    public static Plan WithOpinion(string specialist, Func<Opinion, Opinion> change) =>
        Sound with { Opinions = [.. Sound.Opinions.Select(o => o.Specialist == specialist ? change(o) : o)] };

    public static ArtifactSet Edited(this ArtifactSet set, string path, string from, string to)
    {
        var text = set.Text(path)!;
        Assert.Contains(from, text, StringComparison.Ordinal);
        return set.With(new Artifact(path, text.Replace(from, to, StringComparison.Ordinal)));
    }

    public static ArtifactSet Without(this ArtifactSet set, string path) => set with { Files = [.. set.Files.Where(f => f.Path != path)] };

    private static ManifestFacts Facts => new()
    {
        RunId = "SHOP-101-cli-1",
        Ticket = Sound.Ticket.Key,
        Version = 0,
        CreatedAt = DateTimeOffset.UnixEpoch,
        StoryVersion = "1",
        Verdict = "",
        Inputs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ticket"] = Hash("ticket"),
            ["criteria"] = Sound.Criteria.Hash,
            ["commit"] = Sound.Grounding.Commit!,
            ["schema"] = Hash("schema"),
        },
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
