namespace Planner.Core.Opinions.Caps;

/// <summary>
/// Holds what a model says of its own confidence against what it has shown, so that it cannot talk itself up. What the rules say of
/// theirs is reckoned in code already.
/// </summary>
internal static class EvidenceCaps
{
    private const int MostTold = 3;

    private static readonly IConfidenceCap[] All =
    [
        new FindingsCap(), new BlockingQuestionCap(), new GroundlessSchemaCap(), new UnreadFilesCap(), new EvidenceCap(), new IdleTaskCap(), new UnknownsCap(),
        new FirstLookCap(), new RepeatedLookCap(), new InstructionCap(),
    ];

    /// <summary>The opinion without evidence that is nowhere, and no surer than it may be, with the reasons.</summary>
    public static Opinion Held(Opinion opinion, CapContext context)
    {
        if (opinion is not { Applies: true, Provenance.Kind: ProvenanceKind.Model })
        {
            return opinion;
        }

        var resting = opinion with { Evidence = new CitedThings(context, opinion.Servers).Found(opinion.Evidence) };
        return Held(resting, [.. All.Select(c => c.Of(resting, context)).OfType<HeldAt>()]);
    }

    /// <summary>No surer than the lowest cap; those that lower it are told, the lowest first.</summary>
    public static Opinion Held(Opinion opinion, IReadOnlyList<HeldAt> caps)
    {
        var holding = caps.Where(c => c.Most < opinion.Confidence).OrderBy(c => c.Most).ToList();
        return holding.Count == 0 ? opinion : opinion with
        {
            Confidence = holding[0].Most,
            Rationale = $"{opinion.Rationale} Held at {holding[0].Most}: {string.Join("; ", holding.Take(MostTold).Select(c => c.Why))}.",
            Caps = [.. opinion.Caps ?? [], .. holding.Select(c => c.Why)],
        };
    }

    /// <summary>Names for a sentence, the first three.</summary>
    public static string Named(IReadOnlyList<string> names) => names.Count <= MostTold
        ? string.Join(", ", names.Select(n => $"`{n}`"))
        : $"{string.Join(", ", names.Take(MostTold).Select(n => $"`{n}`"))} and {names.Count - MostTold} more";
}
