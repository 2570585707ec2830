using System.Collections.Frozen;

namespace Planner.Core.Text.Words;

/// <summary>English nouns as names of code and tables use them.</summary>
public static class Nouns
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>Plurals that no rule tells, each "plural singular". What is oftener a verb in a ticket is left out: <c>leaves</c>, <c>lives</c>.</summary>
    private static readonly FrozenDictionary<string, string> Irregular = Pairs(Vocabulary.Words("text", "irregular-plurals"));

    /// <summary>Singulars, names and small words that end like plurals.</summary>
    private static readonly FrozenSet<string> Same =
        FrozenSet.ToFrozenSet(Vocabulary.Words("text", "same-in-plural"), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The singular of one word, by simple rules of English and a list of exceptions; the word itself where it is none. What is left of the
    /// word keeps its case.
    /// </summary>
    public static string Singular(string word) => word switch
    {
        { Length: < 3 } => word,
        _ when Irregular.TryGetValue(word, out var one) => Cased(one, word),
        _ when Same.Contains(word) || !word.EndsWith('s') && !word.EndsWith('S') => word,
        { Length: > 4 } when word.EndsWith("ies", AnyCase) => word[..^3] + "y",
        { Length: > 4 } when EndsInEs(word) => word[..^2],
        _ when char.ToLowerInvariant(word[^2]) is 's' or 'u' or 'i' => word,
        _ => word[..^1],
    };

    private static bool EndsInEs(string word) =>
        word.EndsWith("sses", AnyCase) || word.EndsWith("xes", AnyCase) || word.EndsWith("ches", AnyCase) || word.EndsWith("shes", AnyCase);

    /// <summary>As the plural is written: <c>People</c> gives <c>Person</c>.</summary>
    private static string Cased(string one, string many) =>
        many.All(char.IsUpper) ? one.ToUpperInvariant() : char.IsUpper(many[0]) ? char.ToUpperInvariant(one[0]) + one[1..] : one;

    private static FrozenDictionary<string, string> Pairs(params ReadOnlySpan<string> pairs)
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in pairs)
        {
            words.Add(pair[..pair.IndexOf(' ', StringComparison.Ordinal)], pair[(pair.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
