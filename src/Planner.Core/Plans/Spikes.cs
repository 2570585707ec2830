using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>
/// Where a specialist stayed unsure, finding out comes before the work that hangs on it. A model has looked up what it could: what it
/// could not know is told beside its confidence, and asked where it matters.
/// </summary>
internal static class Spikes
{
    public static void AddTo(WorkDraft draft, PlanInputs inputs)
    {
        foreach (var (opinion, part) in inputs.Opinions
            .SelectMany(Parts)
            .Where(p => p.Opinion is { Applies: true, Provenance.Kind: not ProvenanceKind.Model }
                && p.Opinion.Confidence < inputs.ConfidenceThreshold
                && p.Opinion.Gaps.Count > 0))
        {
            var own = draft.Tasks.Where(t => t.Area == opinion.Specialist && (part is null || opinion.Tasks.Any(o => o.Id == t.Id))).ToList();
            var criteria = Criteria(opinion, own, inputs);
            if (criteria.Count == 0)
            {
                continue;
            }

            var spike = Spike(opinion, criteria, inputs, part);
            draft.Add(spike);
            own.Where(t => t.Satisfies.Intersect(criteria, StringComparer.Ordinal).Any()).ToList().ForEach(t => draft.Depend(t.Id, spike.Id));
        }
    }

    /// <summary>What is unknown about one story holds up no other.</summary>
    private static IEnumerable<(Opinion Opinion, string? Part)> Parts(Opinion opinion) =>
        opinion.Parts is { } parts ? parts.Select(p => (p.Opinion, (string?)p.Key)) : [(opinion, null)];

    private static List<string> Criteria(Opinion opinion, List<PlanTask> own, PlanInputs inputs)
    {
        var known = inputs.Criteria.Items.Select(c => c.Id).ToList();
        var named = known.Where(id => opinion.Gaps.Any(g => g.Criterion == id)).ToList();
        return named.Count > 0 ? named : [.. known.Where(id => own.Exists(t => t.Satisfies.Contains(id, StringComparer.Ordinal)))];
    }

    private static PlanTask Spike(Opinion opinion, List<string> criteria, PlanInputs inputs, string? part) => new()
    {
        Id = $"{WorkDraft.OwnArea}/find-out-{opinion.Specialist}{(part is null ? "" : $"-{part.ToLowerInvariant()}")}",
        Story = part == inputs.Ticket.Key ? null : part,
        Title = $"Find out what the {opinion.Specialist} specialist could not know: {GapWords.Subjects(opinion.Gaps)}",
        Detail = string.Join(' ', GapWords.Sentences(opinion.Gaps)),
        Area = WorkDraft.OwnArea,
        Phase = PhasePlan.Preparation,
        Satisfies = criteria,
        Size = TaskSize.S,
        EffortHours = new(2, 4, 8),
        Owner = inputs.Ticket.Assignee ?? inputs.Ticket.Reporter ?? "tech lead",
        ManualVerification = "Each gap has an answer with its source, written on the ticket.",
    };
}
