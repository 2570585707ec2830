namespace Planner.Core.Text.Words;

/// <summary>The words inside an identifier: <c>IOrderItemService</c> is I, Order, Item, Service; <c>order_items</c> is order, items.</summary>
public static class IdentifierWords
{
    /// <summary>The words in lower case, without those of one letter.</summary>
    public static IReadOnlyList<string> Of(string identifier)
    {
        var words = new List<string>();
        ReadOnlySpan<char> rest = identifier;
        while (TryNext(ref rest, out var word))
        {
            if (word.Length > 1)
            {
                words.Add(word.ToString().ToLowerInvariant());
            }
        }

        return words;
    }

    /// <summary>Takes the next word off the front.</summary>
    public static bool TryNext(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
    {
        while (rest.Length > 0 && !char.IsLetterOrDigit(rest[0]))
        {
            rest = rest[1..];
        }

        var end = 0;
        while (end < rest.Length && char.IsLetterOrDigit(rest[end]) && (end == 0 || !IsBoundary(rest, end)))
        {
            end++;
        }

        word = rest[..end];
        rest = rest[end..];
        return end > 0;
    }

    /// <summary>A word's singular as far as simple English rules tell; used to meet <c>orders</c> and <c>order</c>.</summary>
    public static string Singular(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 4 } when EndsInEs(word) => word[..^2],
        { Length: > 3 } when word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
        _ => word,
    };

    private static bool EndsInEs(string word) =>
        word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
        || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal);

    private static bool IsBoundary(ReadOnlySpan<char> text, int at) =>
        char.IsUpper(text[at])
        && (!char.IsUpper(text[at - 1]) || (at + 1 < text.Length && char.IsLower(text[at + 1])));
}
