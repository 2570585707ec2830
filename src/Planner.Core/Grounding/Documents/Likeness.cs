using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Documents;

/// <summary>Says whether a text is about the same as a ticket: it names one of the ticket's things, or shares words that are rare here.</summary>
internal sealed class Likeness
{
    private const int LeastRare = 2;
    private const int MostTold = 4;
    private const double OfName = 4;

    /// <summary>A word in one of this many files is rare.</summary>
    private const int RareIn = 20;
    private const int AlwaysRare = 5;

    private readonly Dictionary<string, double> rare;
    private readonly HashSet<string> names;
    private readonly HashSet<string> things;

    /// <param name="index">Tells which words are rare.</param>
    /// <param name="query">The ticket's words with their weights.</param>
    /// <param name="mentions">What it names.</param>
    /// <param name="things">Tables, endpoints and files that it will likely touch.</param>
    public Likeness(CodebaseIndex index, IReadOnlyList<(string Word, double Weight)> query, IReadOnlyList<Mention> mentions, IEnumerable<string> things)
    {
        var most = Math.Max(AlwaysRare, index.Documents.Count / RareIn);
        rare = query.Where(q => Files(index, q.Word) <= most).ToDictionary(q => q.Word, q => q.Weight, StringComparer.Ordinal);
        names = mentions.Where(m => m.Kind is not (MentionKind.Unknown or MentionKind.Column))
            .SelectMany(m => Shapes(m.Text))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        this.things = things.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Null where it is about something else.</summary>
    public (double Score, string Why)? To(IReadOnlyList<string> words, IReadOnlyList<string> named) => Told(words, named.Where(names.Contains));

    /// <inheritdoc cref="To(IReadOnlyList{string}, IReadOnlyList{string})"/>
    public (double Score, string Why)? To(string text, params IReadOnlyList<string> touched) =>
        Told([.. IdentifierWords.Of(text).Select(Nouns.Singular)], DocumentNames.In(text).Where(names.Contains).Concat(touched.Where(things.Contains)));

    private (double Score, string Why)? Told(IReadOnlyList<string> words, IEnumerable<string> named)
    {
        var shared = words.Distinct(StringComparer.Ordinal)
            .Where(rare.ContainsKey)
            .OrderByDescending(w => rare[w])
            .ThenBy(w => w, StringComparer.Ordinal)
            .ToList();
        var hit = named.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (hit.Count == 0 && shared.Count < LeastRare)
        {
            return null;
        }

        var why = new List<string>();
        why.AddRange(hit.Count > 0 ? [$"names {string.Join(", ", hit.Take(MostTold))}"] : []);
        why.AddRange(shared.Count > 0 ? [$"shares {string.Join(", ", shared.Take(MostTold))}"] : []);
        return ((OfName * hit.Count) + shared.Sum(w => rare[w]), string.Join("; ", why));
    }

    private static int Files(CodebaseIndex index, string word) =>
        index.Documents.Count(d => d.Terms.ContainsKey(word) || d.Terms.ContainsKey(word + "s"));

    /// <summary>A thing is also named by its last part: a path's file, a member, a table without its schema.</summary>
    private static IEnumerable<string> Shapes(string text)
    {
        yield return text;
        var last = text[(text.LastIndexOfAny(['/', '.']) + 1)..];
        if (text.Contains('.', StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal) && last.Length > 3)
        {
            yield return last;
        }
    }
}
