namespace Planner.Core.Opinions;

/// <summary>Says whom the rules stood in for, because the model that was asked for was out of reach, or the budget was used up.</summary>
internal static class Fallbacks
{
    /// <summary>A sentence for each model and limit; empty where none was missed.</summary>
    public static IReadOnlyList<string> Limitations(IReadOnlyList<Opinion> opinions) =>
    [
        .. Sentences(opinions, o => o.Provenance.Kind == ProvenanceKind.RulesInsteadOfModel, "thought by rules alone"),
        .. Sentences(opinions, o => o.Provenance is { Kind: ProvenanceKind.Model, Budget: not null }, "did not think again with the model"),
    ];

    private static IEnumerable<string> Sentences(IReadOnlyList<Opinion> opinions, Func<Opinion, bool> isMissed, string what) => opinions
        .Where(isMissed)
        .GroupBy(o => Why(o.Provenance), StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => Sentence(g.Key, what, [.. g.Select(o => o.Specialist)]));

    private static string Why(Provenance by)
    {
        var model = by.Model ?? by.Deployment ?? "";
        return by switch
        {
            { Budget: { } limit } => $"{limit} left no room for another call.",
            { Reason: { } reason } => $"nothing could be made of what the model {model} said: {reason}",
            _ => $"the model {model} was out of reach.",
        };
    }

    private static string Sentence(string why, string what, List<string> names)
    {
        var who = names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
        return $"The {who} specialist{(names.Count == 1 ? "" : "s")} {what}, because {why}";
    }
}
