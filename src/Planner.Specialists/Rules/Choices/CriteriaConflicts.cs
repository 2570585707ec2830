using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>Criteria that cannot both hold become a decision with both readings as options.</summary>
internal static class CriteriaConflicts
{
    private const int Most = 5;

    public static IEnumerable<Decision> Of(TicketContext brief, string specialist) => Owner(brief) != specialist
        ? []
        : Pairs(brief.Criteria).Take(Most).Select(p => Decision(brief, specialist, p));

    /// <summary>Pairs in the order of the criteria, with what they differ in.</summary>
    public static IEnumerable<(AcceptanceCriterion One, AcceptanceCriterion Other, string First, string Second)> Pairs(IReadOnlyList<AcceptanceCriterion> criteria) =>
        from one in criteria.Index()
        from other in criteria.Skip(one.Index + 1)
        let found = new CriterionReading(one.Item.Text).Contradicts(new CriterionReading(other.Text))
        where found is not null
        select (one.Item, other, found.Value.First, found.Value.Second);

    private static string Owner(TicketContext brief) =>
        brief.Claims.Applying.Contains("service") ? "service" : brief.Claims.Applying.Count > 0 ? brief.Claims.Applying[0] : "";

    private static Decision Decision(TicketContext brief, string specialist, (AcceptanceCriterion One, AcceptanceCriterion Other, string First, string Second) pair) => new()
    {
        Id = $"{specialist}/decide-{pair.One.Id}-{pair.Other.Id}".ToLowerInvariant(),
        Key = TopicKey.Of(TopicKind.Conflict, pair.One.Id, pair.Other.Id),
        Category = "Integration",
        Title = $"{pair.One.Id} and {pair.Other.Id} contradict each other: {pair.First} or {pair.Second}?",
        Context = $"{pair.One.Id}: \"{Words.Short(pair.One.Text, 200)}\" {pair.Other.Id}: \"{Words.Short(pair.Other.Text, 200)}\" They speak of the same case, and one test cannot show both.",
        Options = [Option("A", pair.One, pair.First, pair.Other), Option("B", pair.Other, pair.Second, pair.One)],
        Recommendation = "A",
        Rationale = $"Nothing in the ticket tells which was meant; {pair.One.Id} stands first and is assumed until {brief.Asker} says otherwise.",
        Impact = $"What the tests of {pair.One.Id} and {pair.Other.Id} expect, and the code under them.",
        Weight = 9,
        Reversibility = Reversibility.Easy,
        ReviewTrigger = $"{brief.Asker} says which of the two criteria holds, or strikes one.",
        Touches = [specialist],
    };

    private static DecisionOption Option(string id, AcceptanceCriterion kept, string said, AcceptanceCriterion dropped) => new(
        id, $"{kept.Id} holds: {said}", [$"It is what {kept.Id} says in words."], [$"{dropped.Id} cannot be met and must be struck or reworded."], "One value in code and tests", Reversibility.Easy)
    {
        Key = OptionKey.Of(kept.Id),
        BestFor = $"When {dropped.Id} is a remainder of an earlier wording.",
        MigrationPath = $"Change what the test of {kept.Id} expects to the wording of {dropped.Id}, then the code.",
    };
}
