using Planner.Durability;

namespace Planner.Core.Planning;

/// <summary>
/// Consults specialists, each as soon as those it builds on have finished, so that a round takes as long as its
/// longest chain. Keeps the last opinion of each and all that were given.
/// </summary>
internal sealed class Panel(WorkflowContext context, PanelDigest panel)
{
    private readonly Dictionary<string, OpinionDigest> latest = new(StringComparer.Ordinal);
    private readonly List<OpinionDigest> history = [];

    /// <summary>The last opinion of each specialist, in the panel's order.</summary>
    public IReadOnlyList<OpinionDigest> Latest =>
        [.. panel.Seats.Where(s => latest.ContainsKey(s.Name)).Select(s => latest[s.Name])];

    /// <summary>All opinions, by round and then in the panel's order.</summary>
    public IReadOnlyList<OpinionDigest> History => history;

    /// <summary>The number of consultations so far.</summary>
    public int Round { get; private set; }

    public IReadOnlyList<string> Everybody => [.. panel.Seats.Select(s => s.Name)];

    /// <summary>Asks the named specialists and all that build on them, directly or not.</summary>
    public async Task Consult(IReadOnlyList<string> names, Func<string, ConsultRequest> ask)
    {
        Round++;
        var asked = WithDependents(names);
        var answers = new Dictionary<string, Task<OpinionDigest>>(StringComparer.Ordinal);
        foreach (var seat in panel.Seats.Where(s => asked.Contains(s.Name)))
        {
            answers[seat.Name] = ConsultOne(seat, answers, ask);
        }

        await Task.WhenAll(answers.Values);
        foreach (var seat in panel.Seats.Where(s => asked.Contains(s.Name)))
        {
            latest[seat.Name] = await answers[seat.Name];
            history.Add(latest[seat.Name]);
        }
    }

    private async Task<OpinionDigest> ConsultOne(
        Seat seat, IReadOnlyDictionary<string, Task<OpinionDigest>> answers, Func<string, ConsultRequest> ask)
    {
        var buildsOn = new List<string>();
        foreach (var name in seat.After)
        {
            var opinion = answers.TryGetValue(name, out var pending) ? await pending : latest[name];
            buildsOn.Add(opinion.Ref);
        }

        return await context.Call(PlanningSteps.Consult, ask(seat.Name) with { Round = Round, BuildsOn = buildsOn });
    }

    private HashSet<string> WithDependents(IReadOnlyList<string> names)
    {
        var asked = names.ToHashSet(StringComparer.Ordinal);
        foreach (var seat in panel.Seats.Where(s => s.After.Any(asked.Contains)))
        {
            asked.Add(seat.Name);
        }

        return asked;
    }
}
