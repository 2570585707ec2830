using System.Globalization;
using Planner.Core.Grounding.Facts;
using Planner.Core.Tickets;

namespace Planner.Testing.Natural;

/// <summary>Tickets as people might write them about a code base. Each has a number, and the same number gives the same ticket.</summary>
/// <param name="index">The code base that they are about.</param>
/// <param name="seed">Of the whole series.</param>
public sealed class NaturalTickets(CodebaseIndex index, int seed)
{
    private const int MostSentences = 7;

    private static readonly string[] Types = ["Story", "Story", "Story", "Task", "Bug", "Improvement"];

    /// <summary>The ticket of a number.</summary>
    public Ticket Of(int number)
    {
        var words = new NaturalWords(index, new Random(unchecked((seed * 1_000_003) + number)));
        var sentences = Enumerable.Range(0, words.Number(1, MostSentences)).Select(_ => NaturalSentences.One(words)).ToList();
        return new Ticket
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"SHOP-{1000 + number}"),
            Summary = words.Chance(20) ? "Better" : sentences[0].TrimEnd('.').Replace("`", "", StringComparison.Ordinal),
            Description = Description(words, sentences),
            Type = words.One(Types),
            Reporter = words.Chance(70) ? "Ana Reporter" : null,
            Assignee = words.Chance(30) ? "Ben Builder" : null,
        };
    }

    private static string Description(NaturalWords words, List<string> sentences) => words.Number(0, 5) switch
    {
        0 => string.Join(' ', sentences),
        1 => $"{string.Join(' ', sentences.Take(1))}\n\n## Acceptance criteria\n\n{Items(sentences.Skip(1), "- ")}",
        2 => $"## Existing code touched\n\n- {words.Type}: {sentences[0]}\n\n## Acceptance criteria\n\n{Numbered(sentences)}",
        3 => $"## Scope\n\n{string.Join('\n', sentences.Take(2))}\n\n## Out of scope\n\n- {NaturalSentences.One(words)}\n\nAC:\n{Items(sentences, "* ")}",
        4 =>
            $"| id | criterion |\n|---|---|\n{string.Join(
                '\n',
                sentences.Select((s, at) => $"| AC{at + 1} | {s.Replace("|", "", StringComparison.Ordinal)} |"))}",
        _ => $"Scenario: {words.Noun}\nGiven an order\nWhen {sentences[0]}\nThen {sentences[^1]}\n\n{string.Join("\n\n", sentences)}",
    };

    private static string Items(IEnumerable<string> sentences, string mark) => string.Join('\n', sentences.Select(s => mark + s));

    private static string Numbered(IEnumerable<string> sentences) => string.Join('\n', sentences.Select((s, at) => $"{at + 1}. {s}"));
}
