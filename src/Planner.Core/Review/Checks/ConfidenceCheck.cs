using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Q9: every specialist rates itself with reason and evidence, the overall figure follows from the formula, and nobody is sure while something is open.</summary>
internal sealed class ConfidenceCheck : ILateCheck
{
    private const int Sure = 8;

    public string Id => "Q9";

    public CheckResult Run(Plan plan, ArtifactSet artifacts) => Run(plan, artifacts, []);

    public CheckResult Run(Plan plan, ArtifactSet artifacts, IReadOnlyList<Finding> earlier)
    {
        if (ArtifactText.Json<ConfidenceFile>(artifacts, ConfidenceFile.Path) is not var (file, scores))
        {
            return ArtifactText.Unreadable(ConfidenceFile.Path);
        }

        var findings = new FindingList(Id);
        foreach (var opinion in plan.Opinions)
        {
            var complaints = scores.Specialists.TryGetValue(opinion.Specialist, out var entry)
                ? Complaints(opinion.Specialist, entry).Concat(Caps(opinion.Specialist, entry, plan, earlier))
                : [("missing", $"{opinion.Specialist} gave an opinion and has no score.")];
            complaints.ToList().ForEach(c => findings.Error(c.Code, file, opinion.Specialist, c.Message, opinion.Specialist));
        }

        Overall(file, scores, findings);
        return findings.Result($"Overall {scores.Overall} of 10.");
    }

    private static IEnumerable<(string Code, string Message)> Complaints(string name, ConfidenceEntry entry)
    {
        if (entry.Confidence is < 1 or > 10)
        {
            yield return ("range", $"The confidence of {name} is {entry.Confidence}; it runs from 1 to 10.");
        }

        if (entry.Rationale.Length == 0)
        {
            yield return ("rationale", $"{name} gives no reason for its confidence.");
        }

        if (entry.Applies && entry.Evidence.Count == 0)
        {
            yield return ("evidence", $"{name} names nothing that its confidence rests on.");
        }

        if (entry.Rounds.Count == 0 || entry.Rounds[^1] != entry.Confidence)
        {
            yield return ("rounds", $"The rounds of {name} do not end at its confidence.");
        }
    }

    private static IEnumerable<(string Code, string Message)> Caps(string name, ConfidenceEntry entry, Plan plan, IReadOnlyList<Finding> earlier)
    {
        if (!entry.Applies || entry.Confidence < Sure)
        {
            yield break;
        }

        var own = plan.Opinions.First(o => o.Specialist == name).Questions.Select(q => q.Id).ToList();
        foreach (var question in plan.Questions.Where(q => q is { Blocking: true, Answer: null } && (q.Touches.Contains(name, StringComparer.Ordinal) || own.Contains(q.Id, StringComparer.Ordinal))))
        {
            yield return ("capped", $"{name} claims {entry.Confidence} while {question.Id} blocks it.");
        }

        var errors = earlier.Where(f => f.Severity == Severity.Error && f.Specialist == name).Select(f => f.Code).Distinct(StringComparer.Ordinal).ToList();
        if (errors.Count > 0)
        {
            yield return ("capped", $"{name} claims {entry.Confidence} while the review finds errors in its work: {string.Join(", ", errors)}.");
        }
    }

    private static void Overall(ArtifactText file, ConfidenceFile scores, FindingList findings)
    {
        var due = ConfidenceFile.OverallOf(scores.Specialists.Values.Select(s => (s.Applies, s.Confidence)));
        if (scores.Overall != due || scores.Formula.Length == 0)
        {
            findings.Error("overall", file, "overall", $"The overall confidence is {scores.Overall}; by its formula it is {due}.");
        }
    }
}
