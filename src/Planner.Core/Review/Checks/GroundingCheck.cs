using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Checks;

/// <summary>Q3: everything that the plan cites exists in the scanned commit or is made by an earlier task.</summary>
internal sealed class GroundingCheck : ICheck
{
    public string Id => "Q3";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<TasksFile>(artifacts, TasksFile.Path) is not var (file, tasks))
        {
            return ArtifactText.Unreadable(TasksFile.Path);
        }

        var findings = new FindingList(Id);
        var known = new KnownThings(plan);
        var references = new TaskReferences(file, tasks, known, findings).Judge() + Designs(plan, artifacts, known, findings);
        var result = findings.Result("");
        return result with { Reason = $"{result.Findings.Count} of {references} references lead nowhere." };
    }

    private static int Designs(Plan plan, ArtifactSet artifacts, KnownThings known, FindingList findings)
    {
        var cited = plan.Opinions.Where(o => o.Applies).SelectMany(o => DesignReferenceFindings.Of(o)).ToList();
        foreach (var reference in cited.Where(r => !r.Holds(known)))
        {
            var page = ArtifactText.Of(artifacts, reference.Artifact) ?? ArtifactText.Of(artifacts, "implementation.md") ?? new(reference.Artifact, "");
            findings.Error(reference.Code, page, reference.Name, reference.Message, reference.Specialist);
        }

        return cited.Count;
    }
}
