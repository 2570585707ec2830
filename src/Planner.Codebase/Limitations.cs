using System.Collections.Concurrent;

namespace Planner.Codebase;

/// <summary>What could not be read, by cause; told in one sentence each, with a few examples in a fixed order.</summary>
internal sealed class Limitations
{
    private const int Examples = 3;

    private readonly ConcurrentDictionary<string, ConcurrentBag<string>> paths = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, bool> sentences = new(StringComparer.Ordinal);

    /// <param name="cause">A sentence about several things, like "Files could not be read".</param>
    /// <param name="path">What it happened to.</param>
    public void Add(string cause, string path) => paths.GetOrAdd(cause, _ => []).Add(path);

    public void Say(string sentence) => sentences[sentence] = true;

    public IReadOnlyList<string> Tell() =>
        [.. sentences.Keys.Concat(paths.Select(p => Sentence(p.Key, p.Value))).Order(StringComparer.Ordinal)];

    private static string Sentence(string cause, ConcurrentBag<string> bag)
    {
        var sorted = bag.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var named = string.Join(", ", sorted.Take(Examples));
        var more = sorted.Count > Examples ? $" and {sorted.Count - Examples} more" : "";
        return $"{cause}: {named}{more}.";
    }
}
