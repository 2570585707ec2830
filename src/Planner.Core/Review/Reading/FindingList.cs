using Planner.Core.Opinions;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Reading;

/// <summary>Collects what a check finds.</summary>
internal sealed class FindingList(string check)
{
    private readonly List<Finding> findings = [];

    public void Error(string code, ArtifactText artifact, string id, string message, string? specialist = null) =>
        Add(Severity.Error, code, artifact, id, message, specialist);

    public void Warn(string code, ArtifactText artifact, string id, string message, string? specialist = null) =>
        Add(Severity.Warning, code, artifact, id, message, specialist);

    /// <summary>At a line that is known, 0 for the whole file.</summary>
    public void Error(string code, ArtifactText artifact, int line, string id, string message, string? specialist = null) =>
        findings.Add(new($"{check}.{code}", Severity.Error, artifact.Path, line, id, message) { Specialist = specialist });

    /// <summary>At a line that is known, 0 for the whole file.</summary>
    public void Warn(string code, ArtifactText artifact, int line, string id, string message, string? specialist = null) =>
        findings.Add(new($"{check}.{code}", Severity.Warning, artifact.Path, line, id, message) { Specialist = specialist });

    public void Add(Finding finding) => findings.Add(finding);

    /// <summary>Passed or failed, with the check's figures.</summary>
    public CheckResult Result(string figures) =>
        new(findings.Exists(f => f.Severity == Severity.Error) ? CheckStatus.Failed : CheckStatus.Passed, figures, findings);

    /// <summary>For a check of which a part could not run: failed where the rest found an error, else not run, never passed.</summary>
    public CheckResult Partial(string missing)
    {
        var result = Result(missing);
        return result.Status == CheckStatus.Failed ? result : result with { Status = CheckStatus.NotRun };
    }

    private void Add(Severity severity, string code, ArtifactText artifact, string id, string message, string? specialist) =>
        findings.Add(new($"{check}.{code}", severity, artifact.Path, artifact.LineOf(id), id, message) { Specialist = specialist });
}
