using Planner.Core.Opinions;
using Planner.Core.Tickets;

namespace Planner.Core.Plans;

/// <summary>For each decision that the deadline took: a checkpoint where people confirm it, and the way to every option not taken.</summary>
internal static class ProvisionalTasks
{
    public static void AddTo(WorkDraft draft, IReadOnlyList<SettledDecision> decisions, PlanInputs inputs)
    {
        var leaves = Leaves(draft.Tasks);
        foreach (var decision in decisions.Where(d => d.Status == DecisionStatus.Provisional))
        {
            var checkpoint = Checkpoint(decision, leaves, inputs.Ticket);
            draft.Add(checkpoint);
            foreach (var option in decision.Decision.Options.Where(o => o.Id != decision.Option))
            {
                draft.Add(Move(decision, option, checkpoint));
            }
        }
    }

    private static List<PlanTask> Leaves(IReadOnlyList<PlanTask> tasks)
    {
        var needed = tasks.SelectMany(t => t.DependsOn).ToHashSet(StringComparer.Ordinal);
        return [.. tasks.Where(t => !needed.Contains(t.Id))];
    }

    private static PlanTask Checkpoint(SettledDecision settled, List<PlanTask> leaves, Ticket ticket)
    {
        var touched = leaves.Where(t => settled.Decision.Touches.Contains(t.Area, StringComparer.Ordinal)).ToList();
        return new()
        {
            Id = $"{WorkDraft.OwnArea}/review-{settled.Decision.Id}",
            Title = $"Review {settled.Decision.Id} (PROVISIONAL) before release: {settled.Decision.Title}",
            Detail =
                $"Option {settled.Option} ({settled.Chosen.Title}) was taken at the deadline. Confirm it or choose another. Look at it again: "
                    + $"{settled.Decision.ReviewTrigger}",
            Area = WorkDraft.OwnArea,
            Phase = PhasePlan.Rollout,
            DependsOn = [.. (touched.Count > 0 ? touched : leaves).Select(t => t.Id)],
            Satisfies = [settled.Decision.Id],
            Size = TaskSize.XS,
            EffortHours = new(0.5, 1, 2),
            Owner = ticket.Reporter ?? ticket.Assignee ?? "product owner",
            ManualVerification = $"A person has confirmed or changed {settled.Decision.Id}, with a reason.",
        };
    }

    private static PlanTask Move(SettledDecision settled, DecisionOption option, PlanTask checkpoint)
    {
        var (size, effort) = Cost((Reversibility)Math.Max((int)settled.Chosen.Reversibility, (int)option.Reversibility));
        return new()
        {
            Id = $"{WorkDraft.OwnArea}/move-{settled.Decision.Id}-{option.Id}",
            Title = $"Only if {settled.Decision.Id} (PROVISIONAL) changes to option {option.Id}: move to {option.Title}",
            Detail = Way(settled, option),
            Area = WorkDraft.OwnArea,
            Phase = PhasePlan.Rollout,
            DependsOn = [checkpoint.Id],
            Satisfies = [settled.Decision.Id],
            Size = size,
            EffortHours = effort,
            Owner = checkpoint.Owner,
            ManualVerification = $"The plan was made again for option {option.Id}, and its own tests pass.",
            Contingent = true,
        };
    }

    private static string Way(SettledDecision settled, DecisionOption option) => option.MigrationPath.Length > 0
        ? option.MigrationPath
        : $"Replace what was built for option {settled.Option} ({settled.Chosen.Title}). Cost of option {option.Id}: {option.Cost}";

    private static (TaskSize, Effort) Cost(Reversibility harder) => harder switch
    {
        Reversibility.Easy => (TaskSize.XS, new(0.5, 1, 2)),
        Reversibility.Medium => (TaskSize.S, new(2, 4, 8)),
        Reversibility.Hard => (TaskSize.S, new(4, 8, 24)),
        _ => throw new ArgumentOutOfRangeException(nameof(harder)),
    };
}
