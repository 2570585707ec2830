using Planner.Core.Specialists;

namespace Planner.Core.Plans;

/// <summary>Where a specialist stayed unsure, finding out comes before the work that hangs on it.</summary>
internal static class Spikes
{
    public static void AddTo(WorkDraft draft, PlanInputs inputs)
    {
        foreach (var opinion in inputs.Opinions.Where(o => o.Applies && o.Confidence < inputs.ConfidenceThreshold && o.Gaps.Count > 0))
        {
            var own = draft.Tasks.Where(t => t.Area == opinion.Specialist).ToList();
            var criteria = Criteria(opinion, own, inputs);
            if (criteria.Count == 0)
            {
                continue;
            }

            var spike = Spike(opinion, criteria, inputs);
            draft.Add(spike);
            own.Where(t => t.Satisfies.Intersect(criteria, StringComparer.Ordinal).Any()).ToList().ForEach(t => draft.Depend(t.Id, spike.Id));
        }
    }

    private static List<string> Criteria(Opinion opinion, List<PlanTask> own, PlanInputs inputs)
    {
        var known = inputs.Criteria.Items.Select(c => c.Id).ToList();
        var named = known.Where(id => opinion.Gaps.Any(g => g.Criterion == id)).ToList();
        return named.Count > 0 ? named : [.. known.Where(id => own.Exists(t => t.Satisfies.Contains(id, StringComparer.Ordinal)))];
    }

    private static PlanTask Spike(Opinion opinion, List<string> criteria, PlanInputs inputs) => new()
    {
        Id = $"{WorkDraft.OwnArea}/find-out-{opinion.Specialist}",
        Title = $"Find out what the {opinion.Specialist} specialist could not know: {string.Join(", ", opinion.Gaps.Select(g => g.Subject).Distinct(StringComparer.Ordinal))}",
        Detail = string.Join(' ', opinion.Gaps.Select(g => g.Text).Distinct(StringComparer.Ordinal)),
        Area = WorkDraft.OwnArea,
        Phase = PhasePlan.Preparation,
        Satisfies = criteria,
        Size = TaskSize.S,
        EffortHours = new(2, 4, 8),
        Owner = inputs.Ticket.Assignee ?? inputs.Ticket.Reporter ?? "tech lead",
        ManualVerification = "Each gap has an answer with its source, written on the ticket.",
    };
}
