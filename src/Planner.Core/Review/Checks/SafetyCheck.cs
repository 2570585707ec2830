using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;
using Planner.Core.Text.Secrets;

namespace Planner.Core.Review.Checks;

/// <summary>
/// Q14: every endpoint says who may call it and what data it shows, what must be fast says how it is measured or somebody is
/// asked, no read grows without an index, a risk or a question, and no artifact holds a secret.
/// </summary>
internal sealed class SafetyCheck : ICheck
{
    private const string Page = "API_CHANGES.md";
    private const string SpeedPage = "performance-plan.md";

    public string Id => "Q14";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        var findings = new FindingList(Id);
        var page = ArtifactText.Of(artifacts, Page) ?? new(Page, "");
        var designed = plan.Opinions.Where(o => o.Applies).SelectMany(o => (o.Design<ApiDesign>()?.Endpoints ?? []).Select(e => (o.Specialist, e)));
        foreach (var (specialist, endpoint) in designed)
        {
            var name = $"{endpoint.Method} {endpoint.Route}";
            if (string.IsNullOrWhiteSpace(endpoint.Authorization))
            {
                findings.Error("authorization", page, name, $"{name} does not say who may call it.", specialist);
            }

            if (string.IsNullOrWhiteSpace(endpoint.DataClass))
            {
                findings.Error("data", page, name, $"{name} does not say what kind of data it shows.", specialist);
            }
        }

        var designs = plan.Opinions.Where(o => o.Design<PerformanceDesign>() is not null).ToList();
        designs.ForEach(o => Speed(o, artifacts, findings));
        Secrets(artifacts).ToList().ForEach(findings.Add);
        var endpoints = plan.Opinions.Sum(o => o.Design<ApiDesign>()?.Endpoints.Count ?? 0);
        return findings.Result($"Endpoints: {endpoints}; performance targets: {designs.Sum(o => o.Design<PerformanceDesign>()!.Targets.Count)}; reads that "
            + $"grow: {designs.Sum(o => o.Design<PerformanceDesign>()!.HotPaths.Count)}.");
    }

    private static void Speed(Opinion opinion, ArtifactSet artifacts, FindingList findings)
    {
        var page = ArtifactText.Of(artifacts, SpeedPage) ?? new(SpeedPage, "");
        foreach (var target in opinion.Design<PerformanceDesign>()!.Targets.Where(t => t.Question is null))
        {
            var missing =
                new[]
                {
                    ("limit", target.Limit),
                    ("percentile", target.IsEndpoint ? target.Percentile : "all"),
                    ("load", target.IsEndpoint ? target.Load : "all"),
                    ("measurement", target.Test),
                }
                .Where(f => string.IsNullOrWhiteSpace(f.Item2)).Select(f => f.Item1).ToList();
            if (missing.Count > 0)
            {
                findings.Error(
                    "target",
                    page,
                    target.Subject,
                    $"The target of {target.Subject} has no {string.Join(", no ", missing)}, and nobody is asked.",
                    opinion.Specialist);
            }
        }

        foreach (var path in opinion.Design<PerformanceDesign>()!.HotPaths.Where(h => h.Columns.Count > 0 && h.Risk is null && h.Question is null))
        {
            findings.Error(
                "index",
                page,
                path.Subject,
                $"{path.Subject} searches {path.Table} by {string.Join(", ", path.Columns)} without an index, and neither a risk nor a question speaks of it.",
                opinion.Specialist);
        }
    }

    /// <summary>The message never repeats what was found.</summary>
    private static IEnumerable<Finding> Secrets(ArtifactSet artifacts)
    {
        foreach (var file in artifacts.Files)
        {
            foreach (var start in Redaction.SecretsIn(file.Text))
            {
                var line = 1 + file.Text.AsSpan(0, start).Count('\n');
                yield return new("Q14.secret", Severity.Error, file.Path, line, "", "This looks like a password, key or token.");
            }
        }
    }
}
