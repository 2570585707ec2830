using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Decisions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Q7: each risk is owned, mitigated by work that exists, and noticed; what cannot be undone has a risk.</summary>
internal sealed class RisksCheck : ICheck
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
        var high = risks.Risks.Count(r => r is { Probability: Level.High, Impact: Level.High });
        return findings.Result($"Risks: {risks.Risks.Count}; likely and grave: {high}.");
    }

    private static IEnumerable<(string Code, string Message)> Complaints(Risk risk, HashSet<string> tasks)
    {
        var empty = new[] { ("owner", risk.Owner), ("mitigation", risk.Mitigation), ("detection", risk.Detection) }.Where(f => string.IsNullOrWhiteSpace(f.Item2));
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
        foreach (var (opinion, migration) in plan.Opinions.SelectMany(o => (o.Schema?.Migrations ?? []).Select(m => (o, m))).Where(p => p.m.Irreversible is not null))
        {
            var writers = plan.Tasks.Where(t => t.Files.Any(f => f.Path == migration.UpPath) || t.Tables.Intersect(migration.Tables, StringComparer.Ordinal).Any()).Select(t => t.Id).ToList();
            if (!risks.Risks.Any(r => r.Tasks.Intersect(writers, StringComparer.Ordinal).Any()))
            {
                findings.Error("irreversible", file, migration.Name, $"The migration {migration.Name} cannot be undone, and no risk speaks of it.", opinion.Specialist);
            }
        }

        foreach (var hard in plan.Decisions.Where(d => d.Status != DecisionStatus.Pending && d.Chosen.Reversibility == Reversibility.Hard && risks.Risks.Count == 0))
        {
            findings.Error("irreversible", file, hard.Decision.Id, $"Option {hard.Option} of {hard.Decision.Id} is hard to reverse, and no risk is recorded.", hard.Decision.Touches is [var touched, ..] ? touched : null);
        }
    }

    private static string? Owner(Plan plan, string id) => plan.Opinions.FirstOrDefault(o => o.Risks.Any(r => r.Id == id))?.Specialist;
}
