using System.Collections.Concurrent;

namespace Planner.Core.Text.Words;

/// <summary>
/// Counts the words of a text: every identifier as a whole and in its parts (<c>OrderService</c>, <c>order_items</c>),
/// lower case. Not safe for two threads; the pool is.
/// </summary>
/// <param name="pool">Shared by all counters of one reading, so that a term is held once.</param>
/// <param name="limit">Distinct terms that are kept; later ones are dropped.</param>
public sealed class TermCounter(ConcurrentDictionary<string, string> pool, int limit)
{
    /// <summary>Longer runs of letters and digits are no words but data.</summary>
    public const int LongestTerm = 64;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Counts a text's terms and starts afresh.</summary>
    public TermDictionary Count(ReadOnlySpan<char> text)
    {
        counts.Clear();
        var at = 0;
        while (at < text.Length)
        {
            if (!IsWord(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && IsWord(text[at]))
            {
                at++;
            }

            AddIdentifier(text[start..at]);
        }

        return TermDictionary.From(counts);
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c > 127 && char.IsLetter(c));

    private void AddIdentifier(ReadOnlySpan<char> identifier)
    {
        if (identifier.Length is < 2 or > LongestTerm || char.IsAsciiDigit(identifier[0]))
        {
            return;
        }

        var rest = identifier;
        var parts = 0;
        while (IdentifierWords.TryNext(ref rest, out var part))
        {
            parts++;
            if (part.Length < identifier.Length)
            {
                Add(part);
            }
        }

        if (parts > 0)
        {
            Add(identifier);
        }
    }

    private void Add(ReadOnlySpan<char> term)
    {
        if (term.Length < 2)
        {
            return;
        }

        Span<char> lower = stackalloc char[LongestTerm];
        lower = lower[..term.ToLowerInvariant(lower)];
        var known = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(lower, out var count))
        {
            known[lower] = count + 1;
        }
        else if (counts.Count < limit)
        {
            counts[Pooled(lower)] = 1;
        }
    }

    private string Pooled(ReadOnlySpan<char> term)
    {
        if (pool.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out var held))
        {
            return held;
        }

        var made = term.ToString();
        return pool.GetOrAdd(made, made);
    }
}
