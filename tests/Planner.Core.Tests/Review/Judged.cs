using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Review.Reports;
using Xunit;

namespace Planner.Core.Tests.Review;

/// <summary>A bundle and its review.</summary>
internal sealed record Judged(ArtifactSet Files, ReviewReport Report)
{
    /// <summary>
    /// Asserts that the check of this code found one thing, exactly this, at the line that holds the id, or at <paramref name="at"/>:
    /// a text whose first line is meant.
    /// </summary>
    public Finding Finds(string code, string artifact, string id = "", Severity severity = Severity.Error, string? at = null, string? specialist = null)
    {
        var check = code.Split('.')[0];
        var findings = Report.Findings.Where(f => f.Code.StartsWith(check + ".", StringComparison.Ordinal)).ToList();
        Assert.True(
            findings.Count == 1,
            $"Not one finding of {check}: {string.Join("; ", findings.Select(f => $"{f.Code} {f.Artifact}:{f.Line} {f.Id} {f.Message}"))}");
        var finding = findings[0];
        Assert.Equal((code, severity, artifact, id), (finding.Code, finding.Severity, finding.Artifact, finding.Id));
        Assert.NotEmpty(finding.Message);
        Assert.True(specialist is null || finding.Specialist == specialist, $"{code} names {finding.Specialist}.");
        AssertLine(finding, at ?? (id.Length > 0 ? id : null));
        AssertVerdict(finding, check);
        return finding;
    }

    /// <summary>Asserts that the check ran and has nothing to say.</summary>
    public void Passes(string check)
    {
        Assert.DoesNotContain(
            Report.Findings.Select(f => $"{f.Code} {f.Artifact}:{f.Line} {f.Id} {f.Message}"),
            f => f.StartsWith(check + ".", StringComparison.Ordinal));
        Assert.Equal(CheckStatus.Passed, Report.Checks.Single(c => c.Id == check).Status);
    }

    /// <summary>The reason that the check gives, with its figures.</summary>
    public string Reason(string check) => Report.Checks.Single(c => c.Id == check).Reason;

    private void AssertLine(Finding finding, string? at)
    {
        if (at is not null && Files.Text(finding.Artifact) is { } text && text.Contains(at, StringComparison.Ordinal))
        {
            Assert.InRange(finding.Line, 1, int.MaxValue);
            Assert.Contains(at.Split('\n')[0], text.Split('\n')[finding.Line - 1], StringComparison.Ordinal);
        }
    }

    private void AssertVerdict(Finding finding, string check)
    {
        Assert.Equal(finding.Severity == Severity.Error ? CheckStatus.Failed : CheckStatus.Passed, Report.Checks.Single(c => c.Id == check).Status);
        Assert.True(finding.Severity == Severity.Warning || !Report.Gates.Single(g => g.Name == "No check has an error").Passed);
        Assert.True(finding.Severity == Severity.Warning || Report.Verdict == Verdicts.NeedsAttention);
    }
}
