using Planner.Core.Opinions;
using Planner.Core.Opinions.Guarding;

namespace Planner.Testing.Builders;

/// <summary>What must hold for the opinions of any round: each broken rule is a sentence.</summary>
public static class OpinionRules
{
    /// <summary>What the guard finds in any of them, and criteria that nobody covers; empty where all holds.</summary>
    public static IReadOnlyList<string> Broken(PanelRound round, IReadOnlyList<Opinion> opinions) =>
        [.. opinions.Index().SelectMany(o => Guarded(round, o.Item, [.. opinions.Take(o.Index)])), .. Uncovered(round, opinions)];

    private static IEnumerable<string> Guarded(PanelRound round, Opinion opinion, IReadOnlyList<Opinion> before) => OpinionGuard
        .Check(opinion, new GuardContext
        {
            Specialist = opinion.Specialist,
            Round = opinion.Round,
            Criteria = [.. round.Criteria.Items.Select(c => c.Id)],
            Assigned = round.Assignment.Of(opinion.Specialist),
            Inventory = round.Grounding.Inventory,
            BuildsOn = before,
            Decisions = [.. round.Decisions.Select(d => d.Decision.Id)],
            Commands = round.Grounding.Conventions.VerificationCommands,
        })
        .Select(f => f.Message);

    private static IEnumerable<string> Uncovered(PanelRound round, IReadOnlyList<Opinion> opinions)
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
    }
}
