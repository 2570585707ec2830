using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;

namespace Planner.Core.Grounding.Ranking;

/// <summary>The words of a ticket with their weights; singular and plural are one.</summary>
internal static class QueryTerms
{
    private const int Most = 48;

    private const double InSummary = 3;
    private const double InCriteria = 1.5;
    private const double InName = 2;
    private const int MostSearched = 600;
    private const double Saturation = 8;

    /// <summary>
    /// All words of a ticket, for finding files. Names and criteria stand in its lines and count no more than these; a word that
    /// is said often counts ever less.
    /// </summary>
    public static IReadOnlyList<(string Word, double Weight)> Searched(Ticket ticket, TicketLines lines)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        Add(counts, ticket.Summary, InSummary, int.MaxValue);
        Add(counts, string.Join('\n', lines.Lines.Skip(1).Where(l => !l.IsLog).Select(l => l.Text)), 1, int.MaxValue);
        return Heaviest(counts.Select(c => (c.Key, (Saturation + 1) * c.Value / (Saturation + c.Value))), MostSearched);
    }

    /// <summary>Stems of the words of the summary, the common ones of code among them.</summary>
    public static IReadOnlySet<string> Summary(Ticket ticket) => new TermCounter(new(StringComparer.Ordinal), int.MaxValue).Count(ticket.Title).Keys
        .Where(w => w.Length > 2).Select(Stems.Of).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the ticket is about: the heaviest first, then by word.</summary>
    public static IReadOnlyList<(string Word, double Weight)> Of(Ticket ticket, TicketLines lines, FrozenCriteria criteria, IReadOnlyList<Mention> mentions)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        Add(weights, ticket.Summary, InSummary);
        Add(weights, string.Join('\n', lines.Lines.Where(l => !l.IsLog).Select(l => l.Text)), 1);
        foreach (var criterion in criteria.Items.Where(_ => !criteria.Derived))
        {
            Add(weights, criterion.Text, InCriteria);
        }

        foreach (var mention in mentions.Where(m => !m.IsKept))
        {
            Add(weights, mention.Text, InName);
            Add(weights, string.Join(' ', mention.Columns.Select(c => c.Name)), 1);
        }

        return Heaviest(weights.Select(w => (w.Key, Math.Sqrt(w.Value))), Most);
    }

    private static IReadOnlyList<(string Word, double Weight)> Heaviest(IEnumerable<(string Word, double Weight)> words, int most) =>
        [.. words.OrderByDescending(w => w.Weight).ThenBy(w => w.Word, StringComparer.Ordinal).Take(most)];

    private static void Add(Dictionary<string, double> weights, string text, double weight, int mostOfOne = 4)
    {
        foreach (var (term, count) in new TermCounter(new(StringComparer.Ordinal), int.MaxValue).Count(text))
        {
            var word = Nouns.Singular(term);
            if (word.Length > 2 && !StopWords.Are(word) && !StopWords.Are(term))
            {
                weights[word] = weights.GetValueOrDefault(word) + (weight * Math.Min(count, mostOfOne));
            }
        }
    }
}
