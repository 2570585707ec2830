using Planner.Core.Opinions;
using Planner.Core.Text.Graphs;

namespace Planner.Core.Decisions;

/// <summary>What people are asked: the panel's decisions and questions, merged, numbered and in order.</summary>
/// <param name="Items">Open ones by wave, the weightiest first; settled ones stand in wave 0.</param>
/// <param name="Questions">By id, with the answers known so far.</param>
/// <param name="Ids">Give them to the next agenda of the run, so that ids stay.</param>
public sealed record Agenda(IReadOnlyList<AgendaItem> Items, IReadOnlyList<Question> Questions, LocalIds Ids)
{
    /// <summary>Items that nobody settled.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<AgendaItem> Open => Items.Where(i => i.Settled is null or { Status: DecisionStatus.Pending });

    /// <summary>
    /// Merges what the opinions ask. Two decisions are one where their titles or the last parts of their local ids are the same.
    /// What was settled or known before keeps its id and stays, also where no opinion asks it any more.
    /// </summary>
    /// <remarks>Of decisions that wait for each other, the circle is cut at the last of them.</remarks>
    public static Agenda From(
        IReadOnlyList<Opinion> latestInPanelOrder,
        IReadOnlyList<SettledDecision> alreadySettled,
        IReadOnlyList<Question> known,
        LocalIds? previous = null)
    {
        previous ??= LocalIds.None;
        var decisions = DecisionMerge.Of(latestInPanelOrder, alreadySettled, previous.Decisions);
        var questions = QuestionMerge.Of(latestInPanelOrder, known, previous.Questions);
        return new(InWaves(decisions.Items, alreadySettled), questions.Items, new(decisions.Ids, questions.Ids));
    }

    private static List<AgendaItem> InWaves(IReadOnlyList<Decision> decisions, IReadOnlyList<SettledDecision> settled)
    {
        var done = settled.Where(s => s.Status != DecisionStatus.Pending).Select(s => s.Decision.Id).ToHashSet(StringComparer.Ordinal);
        var open = decisions.Where(d => !done.Contains(d.Id)).ToList();
        var byId = open.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var graph = new DependencyGraph(byId.Keys, _ => []);
        open.ForEach(d => d.DependsOn.Where(byId.ContainsKey).ToList().ForEach(b => graph.TryAdd(d.Id, b)));
        var waves = graph.Levels();
        return [.. decisions
            .Select(d => new AgendaItem(d, waves.GetValueOrDefault(d.Id), settled.FirstOrDefault(s => s.Decision.Id == d.Id)))
            .OrderBy(i => i.Wave).ThenByDescending(i => i.Decision.Weight).ThenBy(i => i.Decision.Id, StringComparer.Ordinal)];
    }
}

/// <summary>A decision on the agenda.</summary>
/// <param name="Decision">With its id in the plan.</param>
/// <param name="Wave">1 for those that can be asked at once, 2 for those that wait for them, and so on; 0 where it is settled.</param>
/// <param name="Settled">What became of it, or null.</param>
public sealed record AgendaItem(Decision Decision, int Wave, SettledDecision? Settled);
