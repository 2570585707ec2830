using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>Criteria that cannot both hold become a decision with both readings as options.</summary>
internal static class CriteriaConflicts
{
    private const int Most = 5;
    private const int LongestText = 200;

    private static readonly DecisionTemplate Entry = DecisionTemplate.Of("conflict", typeof(Facts), typeof(OptionFacts));

    public static IEnumerable<Decision> Of(TicketContext brief, string specialist) => Owner(brief) != specialist
        ? []
        : Pairs(brief.Criteria).Take(Most).Select(p => Decision(brief, specialist, p));

    /// <summary>Pairs in the order of the criteria, with what they differ in.</summary>
    public static IEnumerable<Pair> Pairs(IReadOnlyList<AcceptanceCriterion> criteria) =>
        from one in criteria.Index()
        from other in criteria.Skip(one.Index + 1)
        let found = new CriterionReading(one.Item.Text).Contradicts(new CriterionReading(other.Text))
        where found is not null
        select new Pair(one.Item, other, found.Value.First, found.Value.Second);

    private static string Owner(TicketContext brief) =>
        brief.Claims.Applying.Contains("service") ? "service" : brief.Claims.Applying.Count > 0 ? brief.Claims.Applying[0] : "";

    private static Decision Decision(TicketContext brief, string specialist, Pair pair)
    {
        var (one, other) = (pair.One, pair.Other);
        var facts = new Facts(
            one.Id, other.Id, pair.First, pair.Second, Words.Short(one.Text, LongestText), Words.Short(other.Text, LongestText), brief.Asker);
        return Entry.Propose(
            facts,
            TopicKey.Of(TopicKind.Conflict, one.Id, other.Id),
            [Option("A", one.Id, pair.First, other.Id), Option("B", other.Id, pair.Second, one.Id)],
            recommended: "A") with
        {
            Id = $"{specialist}/decide-{one.Id}-{other.Id}".ToLowerInvariant(),
            Touches = [specialist],
        };
    }

    private static DecisionOption Option(string id, string kept, string said, string dropped) =>
        Entry.Option(new OptionFacts(kept, said, dropped), id, OptionKey.Of(kept), "Option");

    /// <summary>Two criteria and what they differ in.</summary>
    public sealed record Pair(AcceptanceCriterion One, AcceptanceCriterion Other, string First, string Second);

    private sealed record Facts(string One, string Other, string First, string Second, string OneText, string OtherText, string Asker);

    private sealed record OptionFacts(string Kept, string Said, string Dropped);
}
