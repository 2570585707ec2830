using Planner.Core.Plans;
using Planner.Core.Specialists;

namespace Planner.Testing.Builders;

/// <summary>What must hold for the opinions of any round: each broken rule is a sentence.</summary>
public static class OpinionRules
{
    /// <summary>The rules that are broken; empty where all hold.</summary>
    public static IReadOnlyList<string> Broken(PanelRound round, IReadOnlyList<Opinion> opinions) =>
        [.. Paths(round, opinions), .. Coverage(round, opinions), .. References(opinions), .. Silence(opinions)];

    private static IEnumerable<string> Paths(PanelRound round, IReadOnlyList<Opinion> opinions)
    {
        var there = round.Grounding.Inventory.Paths.ToHashSet(StringComparer.Ordinal);
        foreach (var opinion in opinions)
        {
            foreach (var file in opinion.Tasks.SelectMany(t => t.Files).Where(f => there.Contains(f.Path) != (f.Change != ChangeKind.Add)))
            {
                yield return $"{file.Path} is marked {file.Change}";
            }

            // What one specialist adds is there for those that come after.
            there.UnionWith(opinion.Tasks.SelectMany(t => t.Files).Select(f => f.Path));
        }
    }

    private static IEnumerable<string> Coverage(PanelRound round, IReadOnlyList<Opinion> opinions)
    {
        foreach (var id in round.Criteria.Items.Select(i => i.Id))
        {
            if (!opinions.Any(o => o.Tasks.Any(t => t.Satisfies.Contains(id))))
            {
                yield return $"{id} has no task";
            }

            if (!opinions.Any(o => o.Tests.Any(t => t.Covers.Contains(id))))
            {
                yield return $"{id} has no test";
            }
        }

        foreach (var task in opinions.SelectMany(o => o.Tasks).Where(t => t.Satisfies.Count == 0 || (t.Verification.Count == 0 && t.ManualVerification is null)))
        {
            yield return $"{task.Id} serves nothing or has no verification";
        }
    }

    private static IEnumerable<string> References(IReadOnlyList<Opinion> opinions)
    {
        var ids = opinions.SelectMany(o => o.Tasks.Select(t => t.Id).Concat(o.Tests.Select(t => t.Id)).Concat(o.Risks.Select(r => r.Id)).Concat(o.Decisions.Select(d => d.Id)).Concat(o.Questions.Select(q => q.Id))).ToList();
        foreach (var twice in ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"{twice.Key} is given twice";
        }

        var cited = opinions.SelectMany(o => o.Tasks.SelectMany(t => t.DependsOn.Concat(t.Tests)).Concat(o.Tests.Select(t => t.Task)).Concat(o.Risks.SelectMany(r => r.Tasks)));
        foreach (var missing in cited.Where(c => !ids.Contains(c, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            yield return $"{missing} is cited and nowhere given";
        }

        foreach (var decision in opinions.SelectMany(o => o.Decisions).Where(d => d.Options.Count < 2 || d.Options.All(o => o.Id != d.Recommendation) || d.Options.Any(o => o.Pros.Count == 0 || o.Cons.Count == 0)))
        {
            yield return $"{decision.Id} lacks options, reasons or a recommendation";
        }
    }

    private static IEnumerable<string> Silence(IReadOnlyList<Opinion> opinions) => opinions
        .Where(o => !o.Applies && (o.Tasks.Count + o.Tests.Count + o.Risks.Count + o.Decisions.Count + o.Questions.Count + o.Gaps.Count > 0 || o.Confidence != 10))
        .Select(o => $"{o.Specialist} has nothing to do and speaks");
}
