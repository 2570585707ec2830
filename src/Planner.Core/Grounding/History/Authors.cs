namespace Planner.Core.Grounding.History;

/// <summary>People write their name in one way on one machine and in another on the next.</summary>
internal static class Authors
{
    /// <summary>What is the same for <c>Ada Lovelace</c>, <c>ada.lovelace</c> and <c>AdaLovelace</c>.</summary>
    public static string Same(string author) =>
        author.Any(char.IsLetter) ? string.Concat(author.Where(char.IsLetterOrDigit)).ToLowerInvariant() : author;

    /// <summary>Of the spellings of one name the one with words in it, then the most used.</summary>
    public static string Name(IEnumerable<string> spellings) => spellings.CountBy(s => s, StringComparer.Ordinal)
        .OrderByDescending(s => s.Key.Contains(' ', StringComparison.Ordinal)).ThenByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => s.Key)
        .First();
}
