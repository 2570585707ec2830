using Planner.Core.Artifacts;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Checks;

/// <summary>
/// Q8: every file is there or excused with a reason, says something, parses, ends, and holds no residue of a draft. An answer
/// that a model broke off never comes so far: its step fails.
/// </summary>
internal sealed class CompletenessCheck : ICheck
{
    public string Id => "Q8";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        var findings = new FindingList(Id);
        Missing(artifacts, findings);
        var residue = new Residue(plan);
        foreach (var file in artifacts.Files.Select(f => new ArtifactText(f.Path, f.Text)))
        {
            Ends(file, findings);
            PageShape.Judge(file, findings);
            ParsedParts.Judge(file, findings);
            residue.In(file).Concat(BrokenLinks.In(file, artifacts)).ToList().ForEach(findings.Add);
        }

        return findings.Result($"Files: {artifacts.Files.Count}; left out with a reason: {artifacts.NotApplicable.Count}.");
    }

    private static void Missing(ArtifactSet artifacts, FindingList findings)
    {
        foreach (var path in ArtifactRenderers.All.Select(r => r.Path))
        {
            var excuses = artifacts.NotApplicable.Where(n => n.Path == path).ToList();
            if (artifacts.Text(path) is null && !excuses.Exists(n => !string.IsNullOrWhiteSpace(n.Reason)))
            {
                findings.Error("missing", new(path, ""), "", $"{path} is neither there nor excused with a reason.");
            }
            else if (artifacts.Text(path) is { } text && excuses.Count > 0)
            {
                findings.Error("excused", new(path, text), "", $"{path} is there and is excused as not applicable, too.");
            }
        }
    }

    private static void Ends(ArtifactText file, FindingList findings)
    {
        if (!file.Text.EndsWith('\n'))
        {
            findings.Error("truncated", file, file.Text.Split('\n').Length, "", $"The last line of {file.Path} does not end.");
        }
    }
}
