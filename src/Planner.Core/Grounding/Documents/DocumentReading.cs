using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.Documents;

/// <summary>Picks what of documents and memory bears on a ticket.</summary>
internal sealed class DocumentReading(DocumentFacts facts, Likeness likeness)
{
    private const int MostSections = 8;
    private const int MostOfOneFile = 3;
    private const int MostAnswers = 8;
    private const int MostDecisions = 12;

    public TicketDocuments Of() => new()
    {
        Sections = Sections(),
        Principles = facts.Principles,
        Answers = [.. Told(facts.Answers, a => likeness.To($"{a.Question}\n{a.Answer}")).Select(a => a.Item).Take(MostAnswers)],
        Decisions = [.. Told(facts.Decisions, d => likeness.To($"{d.Title}\n{d.Decision}", d.Things))
            .Select(d => new ToldDecision(d.Item, d.Why))
            .Take(MostDecisions)],
    };

    private List<ToldSection> Sections() =>
        [.. Told(facts.Sections, s => likeness.To(s.Words, s.Names))
            .GroupBy(s => s.Item.Path, StringComparer.Ordinal)
            .SelectMany(g => g.Take(MostOfOneFile))
            .OrderByDescending(s => s.Score)
            .ThenBy(s => s.Item.Path, StringComparer.Ordinal)
            .ThenBy(s => s.Item.Line)
            .Take(MostSections)
            .Select(s => new ToldSection($"{s.Item.Path}#{Anchor(s.Item.Title)}", s.Item.Line, s.Item.Title, s.Why))];

    /// <summary>Those alike, the likest first; among equals the order in which they came.</summary>
    private static IEnumerable<(T Item, double Score, string Why)> Told<T>(IReadOnlyList<T> items, Func<T, (double Score, string Why)?> compare) =>
        items.Select(i => (Item: i, Found: compare(i))).Where(p => p.Found is not null)
            .OrderByDescending(p => p.Found!.Value.Score)
            .Select(p => (p.Item, p.Found!.Value.Score, p.Found!.Value.Why));

    /// <summary>As web sites of repositories make them.</summary>
    private static string Anchor(string title) =>
        string.Concat(title.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c));
}
