namespace Planner.Core.Opinions;

/// <summary>Says whom the rules stood in for, because the model that was asked for was out of reach.</summary>
internal static class Fallbacks
{
    /// <summary>A sentence for each model; empty where none was missed.</summary>
    public static IReadOnlyList<string> Limitations(IReadOnlyList<Opinion> opinions) =>
    [
        .. opinions.Where(o => o.Provenance.Kind == ProvenanceKind.RulesInsteadOfModel)
            .GroupBy(o => o.Provenance.Model ?? o.Provenance.Deployment ?? "", StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Sentence(g.Key, [.. g.Select(o => o.Specialist)])),
    ];

    private static string Sentence(string model, List<string> names)
    {
        var who = names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
        return $"The {who} specialist{(names.Count == 1 ? "" : "s")} thought by rules alone, because the model {model} was out of reach.";
    }
}
