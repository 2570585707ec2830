using Planner.Core.Artifacts;
using Planner.Core.Plans;
using Planner.Core.Review;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Review;

/// <summary>A sound plan, broken in one place, and what the review says of it.</summary>
internal static class Reviewed
{
    public static Plan Sound { get; } = PlanAssembler.Assemble(SettledPlans.Provisional());

    public static ReviewReport Report(Plan plan, Func<ArtifactSet, ArtifactSet>? then = null)
    {
        var set = ArtifactComposer.Compose(plan);
        return Reviewer.Review(plan, then is null ? set : then(set), new());
    }

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

    public static Plan WithOpinion(string specialist, Func<Core.Specialists.Opinion, Core.Specialists.Opinion> change) =>
        Sound with { Opinions = [.. Sound.Opinions.Select(o => o.Specialist == specialist ? change(o) : o)] };

    public static ArtifactSet Edited(this ArtifactSet set, string path, string from, string to)
    {
        var text = set.Text(path)!;
        Assert.Contains(from, text, StringComparison.Ordinal);
        return set.With(new Artifact(path, text.Replace(from, to, StringComparison.Ordinal)));
    }
}
