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
    /// Merges what the opinions ask. Two decisions are one where their keys are the same, and so are two questions, in whatever words.
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
        var decisions = DecisionMerge.Of(latestInPanelOrder, alreadySettled, previous);
        var questions = QuestionMerge.Of(latestInPanelOrder, known, decisions.Ids);
        return new(InWaves(decisions.Items, alreadySettled), questions.Items, questions.Ids);
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
            .Select(d => new AgendaItem(d, waves.GetValueOrDefault(d.Id), Standing(settled, d)))
            .OrderBy(i => i.Wave).ThenByDescending(i => i.Decision.Weight).ThenBy(i => i.Decision.Id, StringComparer.Ordinal)];
    }

    // What was settled before there were keys gets the key under which it was asked again.
    private static SettledDecision? Standing(IReadOnlyList<SettledDecision> settled, Decision decision) =>
        settled.FirstOrDefault(s => s.Decision.Id == decision.Id) is not { } standing ? null
        : standing.Decision.Key == decision.Key ? standing
        : standing with { Decision = standing.Decision with { Key = decision.Key } };
}

/// <summary>A decision on the agenda.</summary>
/// <param name="Decision">With its id in the plan.</param>
/// <param name="Wave">1 for those that can be asked at once, 2 for those that wait for them, and so on; 0 where it is settled.</param>
/// <param name="Settled">What became of it, or null.</param>
public sealed record AgendaItem(Decision Decision, int Wave, SettledDecision? Settled);
