namespace Planner.Core.Opinions.Guarding.Writing;

/// <summary>One thing that a text of a model must not hold.</summary>
internal interface IWritingRule
{
    /// <summary>The text without it; the text itself where it holds none. What was cleaned once is not changed again.</summary>
    /// <param name="text">As the model wrote it.</param>
    /// <param name="known">What it may name.</param>
    /// <param name="takenOut">Told what was taken out, like "a link …", without repeating any of it.</param>
    string Clean(string text, KnownWriting known, Action<string> takenOut);
}

/// <summary>What a model may name because ticket or code base do.</summary>
/// <param name="Links">Web addresses as they stand there.</param>
/// <param name="Commands">Commands of the code base's conventions.</param>
internal sealed record KnownWriting(IReadOnlySet<string> Links, IReadOnlySet<string> Commands)
{
    public static KnownWriting Of(IEnumerable<string> links, IEnumerable<string> commands) =>
        new(links.ToHashSet(StringComparer.Ordinal), commands.ToHashSet(StringComparer.Ordinal));
}
