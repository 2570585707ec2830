using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Audits;

namespace Planner.Core.Review.Reading;

/// <summary>Findings of the second reading, at their lines: an error where the plan must not be carried out so, else a warning.</summary>
internal static class AuditFindings
{
    /// <summary>What their codes begin with.</summary>
    public const string Check = "A1";

    public static IReadOnlyList<Finding> Of(AuditReport? audit, Plan plan, ArtifactSet artifacts)
    {
        var findings = new FindingList(Check);
        foreach (var claim in audit?.Claims ?? [])
        {
            var place = AuditCitations.PlaceOf(claim.Place);
            var path = PathOf(place, plan);
            var file = new ArtifactText(path, artifacts.Text(path) ?? "");
            var code = claim.Fault.ToString().ToLowerInvariant();
            var message = $"{claim.Message.TrimEnd('.')}. It cites {claim.Place}: \"{claim.Quote}\".";
            if (claim.Blocks)
            {
                findings.Error(code, file, place, message, claim.Specialist);
            }
            else
            {
                findings.Warn(code, file, place, message, claim.Specialist);
            }
        }

        return findings.Result("").Findings;
    }

    private static string PathOf(string id, Plan plan) =>
        plan.Tasks.Any(t => t.Id == id) || plan.Tests.Any(t => t.Id == id) ? TasksFile.Path
        : plan.Decisions.Any(d => d.Decision.Id == id) ? DecisionLogFile.Path
        : plan.Risks.Any(r => r.Id == id) ? RisksFile.Path
        : plan.Questions.Any(q => q.Id == id) ? QuestionsFile.Path
        : "implementation.md";
}
