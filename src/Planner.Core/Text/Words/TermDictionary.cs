using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Planner.Core.Text.Words;

/// <summary>
/// Terms with their counts in two arrays: a large code base has tens of millions of them, and a hash table for each file
/// would take four times the memory.
/// </summary>
public sealed class TermDictionary : IReadOnlyDictionary<string, int>
{
    private readonly string[] terms;
    private readonly int[] counts;

    private TermDictionary(string[] terms, int[] counts)
    {
        this.terms = terms;
        this.counts = counts;
    }

    /// <summary>No terms.</summary>
    public static TermDictionary Empty { get; } = new([], []);

    /// <inheritdoc/>
    public int Count => terms.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => terms;

    /// <inheritdoc/>
    public IEnumerable<int> Values => counts;

    /// <inheritdoc/>
    public int this[string key] => TryGetValue(key, out var count) ? count : throw new KeyNotFoundException(key);

    /// <summary>Takes the terms over, sorted ordinally.</summary>
    public static TermDictionary From(IReadOnlyCollection<KeyValuePair<string, int>> pairs)
    {
        var sorted = new string[pairs.Count];
        var numbers = new int[pairs.Count];
        var next = 0;
        foreach (var (term, count) in pairs)
        {
            sorted[next] = term;
            numbers[next++] = count;
        }

        Array.Sort(sorted, numbers, StringComparer.Ordinal);
        return new TermDictionary(sorted, numbers);
    }

    /// <summary>Takes over terms that are sorted ordinally already, with their counts.</summary>
    public static TermDictionary FromSorted(string[] terms, int[] counts) => new(terms, counts);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Array.BinarySearch(terms, key, StringComparer.Ordinal) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out int value)
    {
        var at = Array.BinarySearch(terms, key, StringComparer.Ordinal);
        value = at >= 0 ? counts[at] : 0;
        return at >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, int>> GetEnumerator()
    {
        for (var i = 0; i < terms.Length; i++)
        {
            yield return new KeyValuePair<string, int>(terms[i], counts[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
