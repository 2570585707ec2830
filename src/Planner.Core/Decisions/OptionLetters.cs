using Planner.Core.Opinions;

namespace Planner.Core.Decisions;

/// <summary>
/// Keeps the letters of a decision's options through re-plans: people answer with them, perhaps while the options are offered
/// anew, in another order.
/// </summary>
internal static class OptionLetters
{
    private static readonly string[] Letters = [.. Enumerable.Range('A', 26).Select(c => ((char)c).ToString())];

    /// <summary>The decision with the letters that its options had; new options get letters that none had.</summary>
    /// <param name="decision">With its id in the plan.</param>
    /// <param name="known">Letters by <c>TD001/outbox</c>.</param>
    public static Decision Kept(Decision decision, IReadOnlyDictionary<string, string> known)
    {
        var given = known.Where(k => k.Key.StartsWith(decision.Id + "/", StringComparison.Ordinal)).Select(k => k.Value).ToHashSet(StringComparer.Ordinal);
        if (given.Count == 0)
        {
            return decision;
        }

        var letters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in decision.Options)
        {
            if (known.GetValueOrDefault(Name(decision, option)) is { } letter && !letters.ContainsValue(letter))
            {
                letters[option.Id] = letter;
            }
        }

        foreach (var option in decision.Options.Where(o => !letters.ContainsKey(o.Id)))
        {
            letters[option.Id] = New(option, given, letters.Values);
        }

        return letters.All(l => l.Key == l.Value) ? decision : decision with
        {
            Options = [.. decision.Options.Select(o => o with { Id = letters[o.Id] }).OrderBy(o => o.Id, StringComparer.Ordinal)],
            Recommendation = letters.GetValueOrDefault(decision.Recommendation) ?? decision.Recommendation,
        };
    }

    /// <summary>What the letter of an option is kept under.</summary>
    public static string Name(Decision decision, DecisionOption option) => $"{decision.Id}/{option.Key}";

    // An option without a key may be an old one in other words: it keeps the letter that it came with.
    private static string New(DecisionOption option, HashSet<string> given, IReadOnlyCollection<string> taken) =>
        !taken.Contains(option.Id) && (option.Key.IsWording || !given.Contains(option.Id))
            ? option.Id
            : Letters.FirstOrDefault(l => !given.Contains(l) && !taken.Contains(l)) ?? $"{option.Id}{taken.Count}";
}
