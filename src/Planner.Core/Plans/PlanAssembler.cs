using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Text.Graphs;

namespace Planner.Core.Plans;

/// <summary>Makes one plan of the panel's opinions. Pure: the same inputs give the same plan.</summary>
public static class PlanAssembler
{
    /// <summary>Numbers tasks, tests and risks, links tasks across specialists, and lays them out in phases and waves.</summary>
    /// <remarks>It never fails because opinions do not fit each other: what does not is left out, and the plan says so.</remarks>
    public static Plan Assemble(PlanInputs given)
    {
        var agenda = Agenda.From(given.Opinions, given.SettledDecisions, given.Questions, given.Ids);
        var (inputs, links) = OpinionFit.Of(given, agenda);
        var decisions = Settled(agenda);
        var draft = WorkDraft.Of(inputs);
        StoryFiles.AddOnce(draft, inputs.Map);
        LikelyFiles.AddTo(draft, inputs);
        Spikes.AddTo(draft, inputs);
        Prerequisites.AddTo(draft, inputs, links);
        ProvisionalTasks.AddTo(draft, decisions, inputs);
        WriteConflicts.Separate(draft);
        var numbered = Renumbering.Of(draft, agenda, inputs);
        numbered = numbered with
        {
            Tasks = ReviewHints.In(TaskConstraints.In(numbered.Tasks, inputs.Grounding.Documents.Principles, inputs.Panel), inputs.Grounding.History),
        };
        return Laid(inputs, agenda, decisions, numbered);
    }

    private static Plan Laid(PlanInputs inputs, Agenda agenda, IReadOnlyList<SettledDecision> decisions, NumberedWork work)
    {
        var due = work.Tasks.Where(t => !t.Contingent).ToList();
        var ids = due.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var byId = due.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var (chain, hours) =
            new DependencyGraph(due.Select(t => t.Id), id => byId[id].DependsOn.Where(ids.Contains)).LongestChain(id => byId[id].EffortHours.Mean);
        var total = new Effort(due.Sum(t => t.EffortHours.Optimistic), due.Sum(t => t.EffortHours.Likely), due.Sum(t => t.EffortHours.Pessimistic));
        return new()
        {
            Ticket = inputs.Ticket,
            Criteria = inputs.Criteria,
            Map = inputs.Map is { Stories.Count: > 0 } map ? map : null,
            Grounding = inputs.Grounding,
            Size = OverallSize.Of(total, due),
            Opinions = work.Opinions,
            Panel = inputs.Panel,
            Rounds = inputs.Rounds,
            Phases = PhasePlan.Phases(work.Tasks, inputs.Criteria),
            Tasks = work.Tasks,
            Tests = work.Tests,
            Risks = work.Risks,
            Decisions = decisions,
            Questions = agenda.Questions,
            Waves = WaveGates.Waves(work.Tasks),
            CriticalPath = new(chain, Math.Round(hours, 1, MidpointRounding.AwayFromZero)),
            Total = total,
            Rollback = RollbackPlan.Steps(work.Opinions, work.Tasks),
            ConfidenceThreshold = inputs.ConfidenceThreshold,
            Research = inputs.Research,
            Limitations = [.. inputs.Grounding.Limitations.Concat(inputs.Limitations).Concat(Missing(work.Opinions)).Distinct(StringComparer.Ordinal)],
            StatedEverywhere = inputs.Limitations,
            Ledger = inputs.Ledger,
        };
    }

    /// <summary>What servers of tools did not give.</summary>
    private static IReadOnlyList<string> Missing(IReadOnlyList<Opinion> opinions) => ServerLookups.Of(opinions.Select(o => o.Servers))?.Missing ?? [];

    /// <summary>What emerged in the last round and was not asked any more stands as pending, on its recommended option.</summary>
    private static List<SettledDecision> Settled(Agenda agenda) =>
        [.. agenda.Items.OrderBy(i => i.Decision.Id, IdOrder.Numbers).Select(i => i.Settled ?? SettledDecision.Pending(i.Decision))];
}
