namespace Planner.Core.Text.Words;

/// <summary>The words inside an identifier: <c>IOrderItemService</c> is I, Order, Item, Service; <c>order_items</c> is order, items.</summary>
public static class IdentifierWords
{
    /// <summary>The words in lower case, without those of one letter.</summary>
    public static IReadOnlyList<string> Of(string identifier) => Lower(identifier, shortest: 2);

    /// <summary>All words in lower case. Figures go with the letters before them: <c>sha256</c> is one word.</summary>
    public static IReadOnlyList<string> All(string identifier) => Lower(identifier, shortest: 1);

    private static List<string> Lower(string identifier, int shortest)
    {
        var words = new List<string>();
        ReadOnlySpan<char> rest = identifier;
        while (TryNext(ref rest, out var word))
        {
            if (word.Length >= shortest)
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

    private static bool IsBoundary(ReadOnlySpan<char> text, int at) =>
        char.IsUpper(text[at])
        && (!char.IsUpper(text[at - 1]) || (at + 1 < text.Length && char.IsLower(text[at + 1])));
}
