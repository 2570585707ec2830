using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Checks;

/// <summary>
/// Q9: every specialist rates itself with reason and evidence, the overall figure follows from the formula, and nobody is sure
/// while something is open.
/// </summary>
internal sealed class ConfidenceCheck : ILateCheck
{
    public string Id => "Q9";

    public CheckResult Run(Plan plan, ArtifactSet artifacts) => Run(plan, artifacts, []);

    public CheckResult Run(Plan plan, ArtifactSet artifacts, IReadOnlyList<Finding> earlier)
    {
        if (ArtifactText.Json<ConfidenceFile>(artifacts, ConfidenceFile.Path) is not var (file, scores))
        {
            return ArtifactText.Unreadable(ConfidenceFile.Path);
        }

        var findings = new FindingList(Id);
        var caps = new ConfidenceCaps(plan, earlier);
        foreach (var opinion in plan.Opinions)
        {
            var complaints = scores.Specialists.TryGetValue(opinion.Specialist, out var entry)
                ? Complaints(opinion.Specialist, entry).Concat(Rounds(opinion, entry, plan)).Concat(caps.Of(opinion, entry))
                : [("missing", $"{opinion.Specialist} gave an opinion and has no score.")];
            complaints.ToList().ForEach(c => findings.Error(c.Code, file, opinion.Specialist, c.Message, opinion.Specialist));
        }

        foreach (var name in scores.Specialists.Keys.Where(n => plan.Opinions.All(o => o.Specialist != n)).Order(StringComparer.Ordinal))
        {
            findings.Error("unknown", file, name, $"{name} has a score and gave no opinion.");
        }

        Overall(file, scores, findings);
        return findings.Result($"Overall {scores.Overall} of 10.");
    }

    private static IEnumerable<(string Code, string Message)> Complaints(string name, ConfidenceEntry entry)
    {
        if (entry.Rounds.Append(entry.Confidence).Where(c => c is < 1 or > 10).Select(c => (int?)c).FirstOrDefault() is { } wrong)
        {
            yield return ("range", $"The confidence of {name} is {wrong}; it runs from 1 to 10.");
        }

        if (string.IsNullOrWhiteSpace(entry.Rationale))
        {
            yield return ("rationale", $"{name} gives no reason for its confidence.");
        }

        if (entry.Applies && entry.Evidence.All(string.IsNullOrWhiteSpace))
        {
            yield return ("evidence", $"{name} names nothing that its confidence rests on.");
        }
    }

    /// <summary>Rounds end at the confidence; a fall is explained by what is not known, asked or decided since.</summary>
    private static IEnumerable<(string Code, string Message)> Rounds(Opinion opinion, ConfidenceEntry entry, Plan plan)
    {
        if (entry.Rounds.Count == 0 || entry.Rounds[^1] != entry.Confidence)
        {
            yield return ("rounds", $"The rounds of {opinion.Specialist} do not end at its confidence.");
        }

        var fall = entry.Rounds.Zip(entry.Rounds.Skip(1)).FirstOrDefault(r => r.Second < r.First);
        var isExplained = opinion.Gaps.Count > 0 || opinion.Questions.Count > 0 || opinion.Caps is not null
            || opinion.Findings.Any(f => f.Fault is not (OpinionFault.Writing or OpinionFault.Instruction))
            || plan.Questions.Any(q => q.Touches.Contains(opinion.Specialist, StringComparer.Ordinal))
            || plan.Decisions.Any(d => d.Decision.Touches.Contains(opinion.Specialist, StringComparer.Ordinal));
        if (fall != default && !isExplained)
        {
            yield return ("fall", $"The confidence of {opinion.Specialist} fell from {fall.First} to {fall.Second}, and neither a gap, nor a question, nor a "
                + $"decision says why.");
        }
    }

    private static void Overall(ArtifactText file, ConfidenceFile scores, FindingList findings)
    {
        var due = ConfidenceFile.OverallOf(scores.Specialists.Values.Select(s => (s.Applies, s.Confidence)));
        if (scores.Formula != ConfidenceFile.LowestOfAll)
        {
            findings.Error("formula", file, "formula", "The overall confidence is declared by a formula that nobody can follow.");
        }
        else if (scores.Overall != due)
        {
            findings.Error("overall", file, "overall", $"The overall confidence is {scores.Overall}; by its formula it is {due}.");
        }
    }
}
