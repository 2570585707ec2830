using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Testing.Natural;

/// <summary>What must hold for every plan, whatever opinions it was made of: each broken rule is a sentence.</summary>
public static class PlanInvariants
{
    /// <summary>The rules that are broken; empty where all hold.</summary>
    public static IReadOnlyList<string> Broken(Plan plan) =>
        [.. Ids(plan), .. References(plan), .. Order(plan), .. Paths(plan), .. Coverage(plan), .. Values(plan)];

    /// <summary>What the guard had to leave out or put right, in the plan's own words.</summary>
    public static IEnumerable<string> LeftOut(Plan plan) => plan.Opinions.SelectMany(o => o.Findings).Select(f => f.Message);

    private static IEnumerable<string> Ids(Plan plan) => All(plan)
        .GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Key} is given twice");

    private static IEnumerable<string> All(Plan plan) => plan.Tasks.Select(t => t.Id).Concat(plan.Tests.Select(t => t.Id)).Concat(plan.Risks.Select(r => r.Id))
        .Concat(plan.Decisions.Select(d => d.Decision.Id)).Concat(plan.Questions.Select(q => q.Id));

    private static IEnumerable<string> References(Plan plan)
    {
        var known = All(plan).Concat(plan.Criteria.Items.Select(c => c.Id)).ToHashSet(StringComparer.Ordinal);
        var cited = plan.Tasks.SelectMany(t => t.DependsOn.Concat(t.Tests).Concat(t.Satisfies))
            .Concat(plan.Tests.SelectMany(t => t.Covers.Append(t.Task)))
            .Concat(plan.Risks.SelectMany(r => r.Tasks))
            .Concat(plan.Decisions.SelectMany(d => d.Decision.DependsOn))
            .Concat(plan.Opinions.SelectMany(o => o.Tasks.Select(t => t.Id)
                .Concat(o.Tests.Select(t => t.Id))
                .Concat(o.Risks.Select(r => r.Id))
                .Concat(o.Decisions.Select(d => d.Id))
                .Concat(o.Questions.Select(q => q.Id))));
        return cited.Where(c => !known.Contains(c)).Distinct(StringComparer.Ordinal).Select(c => $"{c} is cited and nowhere given");
    }

    private static IEnumerable<string> Order(Plan plan)
    {
        var waves = plan.Tasks.ToDictionary(t => t.Id, t => t.Wave, StringComparer.Ordinal);
        return plan.Tasks.SelectMany(t => t.DependsOn
            .Where(d => waves.GetValueOrDefault(d) >= t.Wave)
            .Select(d => $"{t.Id} in wave {t.Wave} comes after {d}, which is not before it"));
    }

    private static IEnumerable<string> Paths(Plan plan)
    {
        var there = plan.Grounding.Inventory.Paths.ToHashSet(StringComparer.Ordinal);
        foreach (var wave in plan.Tasks.GroupBy(t => t.Wave).OrderBy(w => w.Key))
        {
            var files = wave.SelectMany(t => t.Files.Select(f => (t.Id, File: f))).ToList();
            foreach (var (id, file) in files.Where(f => there.Contains(f.File.Path) != (f.File.Change != ChangeKind.Add)
                || f.File.Path.Split('/').Any(p => p is ".." or "")))
            {
                yield return $"{id} marks {file.Path} as {file.Change}";
            }

            there.UnionWith(files.Select(f => f.File.Path));
        }
    }

    private static IEnumerable<string> Coverage(Plan plan)
    {
        foreach (var id in plan.Criteria.Items.Select(c => c.Id))
        {
            if (!plan.Tasks.Any(t => t.Satisfies.Contains(id)) || !plan.Tests.Any(t => t.Covers.Contains(id)))
            {
                yield return $"{id} has no task or no test";
            }
        }

        foreach (var task in plan.Tasks.Where(t => t.Satisfies.Count == 0 || (t.Verification.Count == 0 && string.IsNullOrWhiteSpace(t.ManualVerification))))
        {
            yield return $"{task.Id} serves nothing or has no verification";
        }
    }

    private static IEnumerable<string> Values(Plan plan) =>
        plan.Tasks.Where(t => !(t.EffortHours.Optimistic > 0
            && t.EffortHours.Optimistic <= t.EffortHours.Likely
            && t.EffortHours.Likely <= t.EffortHours.Pessimistic))
            .Select(t => $"{t.Id} has no range of hours")
            .Concat(plan.Decisions
                .Where(d => d.Decision.Options.Count < 2 || d.Decision.Options.All(o => o.Id != d.Option))
                .Select(d => $"{d.Decision.Id} has no choice"))
            .Concat(plan.Opinions.Where(o => o.Confidence is < 1 or > 10).Select(o => $"{o.Specialist} is {o.Confidence} of 10 sure"));
}
