using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Q14: every endpoint says who may call it and what data it shows, and no artifact holds a secret.</summary>
internal sealed partial class SafetyCheck : ICheck
{
    private const string Page = "API_CHANGES.md";

    public string Id => "Q14";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        var findings = new FindingList(Id);
        var page = ArtifactText.Of(artifacts, Page) ?? new(Page, "");
        foreach (var (specialist, endpoint) in plan.Opinions.Where(o => o.Applies).SelectMany(o => (o.Api?.Endpoints ?? []).Select(e => (o.Specialist, e))))
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

        Secrets(artifacts).ToList().ForEach(findings.Add);
        return findings.Partial("Endpoints and secrets were looked at. Performance targets and indexes of hot queries were not: no performance plan is among the artifacts.");
    }

    /// <summary>The message never repeats what was found.</summary>
    private static IEnumerable<Finding> Secrets(ArtifactSet artifacts)
    {
        foreach (var file in artifacts.Files)
        {
            foreach (Match match in Secret().Matches(file.Text))
            {
                var line = 1 + file.Text.AsSpan(0, match.Index).Count('\n');
                yield return new("Q14.secret", Severity.Error, file.Path, line, "", "This looks like a password, key or token.");
            }
        }
    }

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bATATT[A-Za-z0-9_=-]{20,}|\bxox[abpr]-[A-Za-z0-9-]{10,}|\b(password|pwd|accountkey|sharedaccesskey)\s*=\s*[^\s;""'<>{}$*]{6,}|\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Secret();
}
