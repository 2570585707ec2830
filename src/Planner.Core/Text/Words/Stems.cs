namespace Planner.Core.Text.Words;

/// <summary>What the forms of a word share: <c>deleted</c>, <c>deletes</c> and <c>deleting</c> are <c>delet</c>, as <c>delete</c> is.</summary>
internal static class Stems
{
    /// <summary>The stem of a word in lower case; <c>cancelled</c> is <c>cancel</c>. Short words keep their ends.</summary>
    public static string Of(string word)
    {
        var one = Nouns.Singular(word);
        one = one.Length > 5 && one.EndsWith("ing", StringComparison.Ordinal) ? one[..^3]
            : one.Length > 4 && one.EndsWith("ed", StringComparison.Ordinal) ? one[..^2]
            : one;
        one = one.Length > 4 ? one.TrimEnd('e') : one;
        return one.Length > 4 && one[^1] == one[^2] ? one[..^1] : one;
    }
}
