using System.Text.Json.Serialization;
using Planner.Core.LanguageModels;

namespace Planner.Core.Opinions;

/// <summary>Who thought in a run, and what all its consultations took.</summary>
/// <param name="Models"><c>rules</c>, and names of models, each once, sorted.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="CostUsd">US dollars.</param>
public sealed record LedgerTotal(IReadOnlyList<string> Models, long InputTokens, long OutputTokens, decimal CostUsd)
{
    private const string ByRules = "rules";
    private const string Reading = "reading";
    private const string Audit = "audit";

    /// <summary>Nobody but the rules.</summary>
    public static LedgerTotal Rules { get; } = new([ByRules], 0, 0, 0);

    /// <summary>
    /// What paid calls of models took, by specialist, under <c>reading</c> what reading the ticket took, and under <c>audit</c> what the
    /// second readings of the plan took; null where none was paid, and in plans that were kept before it was noted.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, CallTotal>? By { get; init; }

    /// <summary>Of the opinions that the plan rests on, of all that were given in the run, earlier rounds too, and of what was read for them.</summary>
    public static LedgerTotal Of(IEnumerable<Opinion> latest, IReadOnlyList<Opinion> given, params IReadOnlyList<LedgerEntry> besides)
    {
        var thinkers = latest.Concat(given).SelectMany(Whole).Select(Thinker).Distinct(StringComparer.Ordinal);
        var named = Named(given, besides);
        var entries = named.ConvertAll(n => n.Entry);
        return new(
            [.. thinkers.Order(StringComparer.Ordinal).DefaultIfEmpty(ByRules)],
            entries.Sum(e => e.InputTokens),
            entries.Sum(e => e.OutputTokens),
            entries.Sum(e => e.CostUsd))
        {
            By = Paid(named),
        };
    }

    /// <summary>With what the readings of the assembled plan took.</summary>
    /// <param name="model">The model that read; null where what it said could not be used.</param>
    /// <param name="entries">What it took.</param>
    public LedgerTotal WithAudit(string? model, IReadOnlyList<LedgerEntry> entries) => new(
        [.. Models.Concat(model is null ? [] : [model]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        InputTokens + entries.Sum(e => e.InputTokens),
        OutputTokens + entries.Sum(e => e.OutputTokens),
        CostUsd + entries.Sum(e => e.CostUsd))
    {
        By = entries.Any(e => e.IsPaid)
            ? new SortedDictionary<string, CallTotal>(
                new Dictionary<string, CallTotal>(By ?? new Dictionary<string, CallTotal>(), StringComparer.Ordinal) { [Audit] = CallTotal.Of(entries) },
                StringComparer.Ordinal)
            : By,
    };

    /// <summary>What was taken, by who took it. Consultations that asked the same share a call, which is that of the first of them.</summary>
    private static List<(string Name, LedgerEntry Entry)> Named(IReadOnlyList<Opinion> given, IReadOnlyList<LedgerEntry> besides)
    {
        var calls = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. given.SelectMany(o => o.Ledger.Select(e => (o.Specialist, e)))
                .Concat(besides.Select(e => (Reading, e)))
                .Where(n => n.e.Call is null || calls.Add(n.e.Call)),
        ];
    }

    private static SortedDictionary<string, CallTotal>? Paid(List<(string Name, LedgerEntry Entry)> entries)
    {
        var paid = entries.Where(e => e.Entry.IsPaid).GroupBy(e => e.Name, e => e.Entry, StringComparer.Ordinal).ToList();
        return paid.Count == 0 ? null : new(paid.ToDictionary(g => g.Key, CallTotal.Of, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static IEnumerable<Opinion> Whole(Opinion opinion) => opinion.Parts?.Select(p => p.Opinion) ?? [opinion];

    private static string Thinker(Opinion opinion) => opinion.Provenance is { Kind: ProvenanceKind.Model } by
        ? by.Model ?? by.Deployment ?? "model"
        : ByRules;
}
