using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Ranking;

/// <summary>Which of the names that a file declares say a ticket's words: what a reader of the ranking looks for first.</summary>
internal sealed class DeclaredNames(IReadOnlyList<TypeFact> types)
{
    private const int Most = 3;

    /// <summary>A name that says one word of several may say it by accident.</summary>
    private const int Enough = 2;

    private readonly ILookup<string, TypeFact> byFile = types.ToLookup(t => t.File, StringComparer.Ordinal);

    /// <summary>Members before types of the same number of words, as the path tells the type; the first three.</summary>
    public IReadOnlyList<string> Saying(string file, IReadOnlyList<string> words)
    {
        var asked = words.ToHashSet(StringComparer.Ordinal);
        var least = Math.Min(Enough, asked.Count);
        return [.. byFile[file]
            .SelectMany(t => t.Members.Where(m => m.Kind == "method").Select(m => m.Name).Append(t.Name))
            .Distinct(StringComparer.Ordinal)
            .Select((name, at) =>
                (Name: name, Said: IdentifierWords.Of(name).Select(Nouns.Singular).Distinct(StringComparer.Ordinal).Count(asked.Contains), At: at))
            .Where(n => n.Said >= least)
            .OrderByDescending(n => n.Said).ThenBy(n => n.At)
            .Take(Most).Select(n => n.Name)];
    }
}
