using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Checks;

/// <summary>Q7: each risk is owned, mitigated by work that exists, and noticed; what cannot be undone has a risk.</summary>
internal sealed partial class RisksCheck : ICheck
{
    public string Id => "Q7";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<RisksFile>(artifacts, RisksFile.Path) is not var (file, risks))
        {
            return ArtifactText.Unreadable(RisksFile.Path);
        }

        var findings = new FindingList(Id);
        var tasks = plan.Tasks.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var risk in risks.Risks)
        {
            Complaints(risk, tasks).ToList().ForEach(c => findings.Error(c.Code, file, risk.Id, c.Message, Owner(plan, risk.Id)));
        }

        Irreversible(plan, risks, file, findings);
        Hard(plan, risks, file, findings);
        var high = risks.Risks.Count(r => r is { Probability: Level.High, Impact: Level.High });
        return findings.Result($"Risks: {risks.Risks.Count}; likely and grave: {high}.");
    }

    private static IEnumerable<(string Code, string Message)> Complaints(Risk risk, HashSet<string> tasks)
    {
        var empty =
            new[] { ("owner", risk.Owner), ("mitigation", risk.Mitigation), ("detection", risk.Detection) }.Where(f => string.IsNullOrWhiteSpace(f.Item2));
        foreach (var (name, _) in empty)
        {
            yield return (name, $"{risk.Id} has no {name}.");
        }

        if (risk.Tasks.Count == 0)
        {
            yield return ("no-task", $"No task mitigates {risk.Id}.");
        }

        foreach (var task in risk.Tasks.Where(t => !tasks.Contains(t)))
        {
            yield return ("missing", $"{risk.Id} is mitigated by {task}, which does not exist.");
        }

        if (risk is { Probability: Level.High, Impact: Level.High } && string.IsNullOrWhiteSpace(risk.Contingency))
        {
            yield return ("contingency", $"{risk.Id} is likely and grave and has no contingency.");
        }
    }

    private static void Irreversible(Plan plan, RisksFile risks, ArtifactText file, FindingList findings)
    {
        foreach (var (opinion, migration) in plan.Opinions
            .SelectMany(o => (o.Design<SchemaDesign>()?.Migrations ?? []).Select(m => (o, m)))
            .Where(p => p.m.Irreversible is not null || Loses().IsMatch(p.m.Up)))
        {
            var writers =
                plan.Tasks.Where(t => t.Files.Any(f => f.Path == migration.UpPath) || t.Tables.Intersect(migration.Tables, StringComparer.Ordinal).Any());
            if (!IsRisked(risks, writers))
            {
                findings.Error(
                    "irreversible",
                    file,
                    migration.Name,
                    $"The migration {migration.Name} loses data that its way back does not restore, and no risk speaks of it.",
                    opinion.Specialist);
            }
        }
    }

    private static void Hard(Plan plan, RisksFile risks, ArtifactText file, FindingList findings)
    {
        foreach (var settled in plan.Decisions.Where(d => d.Status != DecisionStatus.Pending
            && d.Decision.Options.Any(o => o.Id == d.Option && o.Reversibility == Reversibility.Hard)))
        {
            var (id, touched) = (settled.Decision.Id, settled.Decision.Touches);
            var builders = plan.Tasks.Where(t => t.Satisfies.Contains(id, StringComparer.Ordinal) || touched.Contains(t.Area, StringComparer.Ordinal));
            if (!IsRisked(risks, builders))
            {
                findings.Error(
                    "hard",
                    file,
                    id,
                    $"Option {settled.Option} of {id} is hard to reverse, and no risk speaks of the work that follows from it.",
                    touched is [var first, ..] ? first : null);
            }
        }
    }

    private static bool IsRisked(RisksFile risks, IEnumerable<PlanTask> tasks) =>
        risks.Risks.SelectMany(r => r.Tasks).Intersect(tasks.Select(t => t.Id), StringComparer.Ordinal).Any();

    private static string? Owner(Plan plan, string id) => plan.Opinions.FirstOrDefault(o => o.Risks.Any(r => r.Id == id))?.Specialist;

    [GeneratedRegex(
        @"\b(drop\s+table|drop\s+column|truncate|delete\s+from)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Loses();
}
