namespace Planner.Core.Opinions.Guarding;

/// <summary>A decision can be taken: two options or more, one of them recommended, reasons for and against each.</summary>
internal sealed class DecisionGuard : IGuardRule
{
    private const int MostOptions = 10;

    public Opinion Apply(Opinion opinion, GuardFindings sieve) =>
        opinion with
        {
            Decisions =
            sieve.Keep(opinion.Decisions, OpinionFault.Decision, d => d.Id, d => Wrong(d) is { } why ? $"Decision {d.Id} {why} and is left out." : null)
        };

    private static string? Wrong(Decision decision) =>
        string.IsNullOrWhiteSpace(decision.Title) ? "has no title"
        : decision.Options.Count is < 2 or > MostOptions ? $"has {decision.Options.Count} options"
        : decision.Options.Select(o => o.Id).Distinct(StringComparer.Ordinal).Count() < decision.Options.Count ? "has two options of one id"
        : decision.Options.Select(o => o.Key).Distinct().Count() < decision.Options.Count ? "has two options that come to the same"
        : decision.Options.All(o => o.Id != decision.Recommendation) ? $"recommends '{decision.Recommendation}', which is none of its options"
        : decision.Options.Any(o => o.Pros.Count == 0 || o.Cons.Count == 0) ? "has an option without reasons for and against it"
        : string.IsNullOrWhiteSpace(decision.Rationale) ? "does not say why it recommends what it does"
        : null;
}
