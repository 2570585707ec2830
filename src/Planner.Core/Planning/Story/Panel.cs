using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Core.Planning.Story;

/// <summary>
/// Consults specialists, each as soon as those it builds on have finished, so that a round takes as long as its
/// longest chain. Keeps the last opinion of each and all that were given.
/// </summary>
/// <param name="context">The story's.</param>
/// <param name="panel">Who sits on it.</param>
/// <param name="earlier">Opinions that an earlier run was given, its last ones apart; null where it begins anew.</param>
internal sealed class Panel(WorkflowContext context, PanelDigest panel, StoredRun? earlier = null)
{
    private readonly Dictionary<string, OpinionDigest> latest = (earlier?.Opinions ?? []).ToDictionary(o => o.Specialist, StringComparer.Ordinal);
    private readonly List<OpinionDigest> history = [.. earlier?.History ?? []];
    private readonly int heard = earlier?.History.Max(o => o.Round) ?? 0;

    /// <summary>The last opinion of each specialist, in the panel's order.</summary>
    public IReadOnlyList<OpinionDigest> Latest =>
        [.. panel.Seats.Where(s => latest.ContainsKey(s.Name)).Select(s => latest[s.Name])];

    /// <summary>All opinions, by round and then in the panel's order.</summary>
    public IReadOnlyList<OpinionDigest> History => history;

    /// <summary>Those of <see cref="History"/> that were given in this run.</summary>
    public IEnumerable<OpinionDigest> Given => history.Skip(earlier?.History.Count ?? 0);

    /// <summary>Those of <see cref="Latest"/> that were given in this run.</summary>
    public IEnumerable<OpinionDigest> Fresh => Latest.Where(o => o.Round > heard);

    /// <summary>The number of this run's consultations so far.</summary>
    public int Consultations { get; private set; }

    /// <summary>The number of the last consultation, those of earlier runs included.</summary>
    public int Round => heard + Consultations;

    public IReadOnlyList<string> Everybody => [.. panel.Seats.Select(s => s.Name)];

    /// <summary>What a specialist said last, or null.</summary>
    public string? LastOf(string name) => latest.GetValueOrDefault(name)?.Ref;

    /// <summary>Who sits on the panel and was never asked.</summary>
    public IEnumerable<string> Unheard => Everybody.Where(n => !latest.ContainsKey(n));

    /// <summary>Asks the named specialists and all that build on them, directly or not.</summary>
    /// <param name="names">Who is asked.</param>
    /// <param name="ask">What each is asked.</param>
    /// <param name="isIdleSpared">True where nobody is asked again only for building on another who had nothing to do.</param>
    public async Task Consult(IReadOnlyList<string> names, Func<string, ConsultRequest> ask, bool isIdleSpared = false)
    {
        Consultations++;
        var asked = WithDependents(names);
        if (isIdleSpared)
        {
            asked.RemoveWhere(n => !names.Contains(n, StringComparer.Ordinal) && latest.TryGetValue(n, out var last) && !last.Applies);
        }

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
