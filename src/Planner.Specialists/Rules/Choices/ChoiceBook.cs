using Planner.Core.Opinions;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>Choices that the facts raise, with what people decided about them.</summary>
internal sealed class ChoiceBook
{
    private static readonly IChoice[] Catalogue =
        [new ExternalCall(), new ServicePlacement(), new LateFacts(), new Concurrency(), new Deletion(), new LargeTable()];

    private readonly TicketContext brief;
    private readonly Dictionary<string, (IChoice Choice, Decision Decision)> raised = new(StringComparer.Ordinal);

    public ChoiceBook(TicketContext brief)
    {
        this.brief = brief;
        foreach (var choice in brief.IsDefect ? [] : Catalogue)
        {
            if (choice.Propose(brief) is { } decision)
            {
                raised[choice.Key] = (choice, decision);
            }
        }
    }

    /// <summary>Decisions that a specialist has to bring up and that nobody has taken yet.</summary>
    public IReadOnlyList<Decision> Open(string specialist) =>
        [.. raised.Values.Where(r => r.Choice.Specialist == specialist && brief.Claims.Applying.Contains(specialist)).Select(r => r.Decision)
            .Concat(CriteriaConflicts.Of(brief, specialist))
            .Concat(StatedDecisions.Of(brief, specialist, Catalogue, this))
            .Concat(StatedChoices.Of(brief).Count > 0 ? [] : OpenSentences.Of(brief, specialist, Catalogue))
            .Where(d => Settled(d) is null)
            .DistinctBy(d => d.Id)];

    /// <summary>What the chosen option comes down to, else the recommended one; null where the choice does not come up.</summary>
    public OptionKey? Option(string key) => !raised.TryGetValue(key, out var one) ? null
        : Settled(one.Decision) is { } settled ? Chosen(settled, one.Decision)
        : one.Decision.Recommended.Key;

    /// <summary>The id under which tasks cite the choice: that of the plan where it was decided.</summary>
    public string Id(string key) => Settled(raised[key].Decision)?.Decision.Id ?? raised[key].Decision.Id;

    /// <summary>Criteria that the choice bears on.</summary>
    public IReadOnlyList<string> Criteria(string key) => raised[key].Choice.Criteria(brief);

    /// <summary>What was decided, for the summary: the titles of chosen options that touch a specialist.</summary>
    public IReadOnlyList<SettledDecision> Taken(string specialist) =>
        [.. brief.Decisions.Where(d => d.Decision.Touches.Contains(specialist, StringComparer.Ordinal))];

    private SettledDecision? Settled(Decision decision) => brief.Decisions.FirstOrDefault(d => d.Decision.IsAbout(decision));

    // What was settled before options had keys is told by its letter, which the catalogue has kept.
    private static OptionKey Chosen(SettledDecision settled, Decision proposed) => settled.Chosen.Key is { IsWording: true }
        ? (proposed.Options.FirstOrDefault(o => o.Id == settled.Option) ?? proposed.Recommended).Key
        : settled.Chosen.Key;
}
