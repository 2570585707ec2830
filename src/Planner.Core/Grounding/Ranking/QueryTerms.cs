using Planner.Core.Grounding.Naming;
using Planner.Core.Tickets;

namespace Planner.Core.Grounding.Ranking;

/// <summary>The words of a ticket with their weights; singular and plural are one.</summary>
internal static class QueryTerms
{
    private const int Most = 48;

    private const double InSummary = 3;
    private const double InCriteria = 1.5;
    private const double InName = 2;

    /// <summary>The heaviest first, then by word.</summary>
    public static IReadOnlyList<(string Word, double Weight)> Of(Ticket ticket, TicketLines lines, FrozenCriteria criteria, IReadOnlyList<Mention> mentions)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        Add(weights, ticket.Summary, InSummary);
        Add(weights, string.Join('\n', lines.Lines.Select(l => l.Text)), 1);
        foreach (var criterion in criteria.Items.Where(_ => !criteria.Derived))
        {
            Add(weights, criterion.Text, InCriteria);
        }

        foreach (var mention in mentions.Where(m => !m.IsKept))
        {
            Add(weights, mention.Text, InName);
            Add(weights, string.Join(' ', mention.Columns.Select(c => c.Name)), 1);
        }

        return [.. weights
            .Select(w => (w.Key, Math.Sqrt(w.Value)))
            .OrderByDescending(w => w.Item2)
            .ThenBy(w => w.Key, StringComparer.Ordinal)
            .Take(Most)];
    }

    private static void Add(Dictionary<string, double> weights, string text, double weight)
    {
        foreach (var (term, count) in new TermCounter(new(StringComparer.Ordinal), int.MaxValue).Count(text))
        {
            var word = IdentifierWords.Singular(term);
            if (word.Length > 2 && !StopWords.Are(word) && !StopWords.Are(term))
            {
                weights[word] = weights.GetValueOrDefault(word) + (weight * Math.Min(count, 4));
            }
        }
    }
}
