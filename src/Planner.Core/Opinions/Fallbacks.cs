namespace Planner.Core.Opinions;

/// <summary>Says whom the rules stood in for, because the model that was asked for was out of reach.</summary>
internal static class Fallbacks
{
    /// <summary>A sentence for each model; empty where none was missed.</summary>
    public static IReadOnlyList<string> Limitations(IReadOnlyList<Opinion> opinions) =>
    [
        .. opinions.Where(o => o.Provenance.Kind == ProvenanceKind.RulesInsteadOfModel)
            .GroupBy(o => Why(o.Provenance), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Sentence(g.Key, [.. g.Select(o => o.Specialist)])),
    ];

    private static string Why(Provenance by)
    {
        var model = by.Model ?? by.Deployment ?? "";
        return by.Reason is { } reason ? $"nothing could be made of what the model {model} said: {reason}" : $"the model {model} was out of reach.";
    }

    private static string Sentence(string why, List<string> names)
    {
        var who = names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
        return $"The {who} specialist{(names.Count == 1 ? "" : "s")} thought by rules alone, because {why}";
    }
}
