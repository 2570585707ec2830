using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Ranking;

/// <summary>Words that tell nothing about where a change lands.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = new(Vocabulary.Words("ranking", "stop-words"), StringComparer.Ordinal);

    public static bool Are(string word) => Words.Contains(word);
}
