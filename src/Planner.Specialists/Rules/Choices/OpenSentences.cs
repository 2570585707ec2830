using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>Choices that the ticket itself leaves open ("whether A or B", "A or B?") and that the catalogue does not know.</summary>
internal static partial class OpenSentences
{
    private const int LongestTitle = 140;
    private const int LongestQuote = 300;
    private const int LongestSlug = 50;
    private const int MostTypes = 3;

    private static readonly string[] OpenWords = Lexicon.Words("choices", "open");
    private static readonly DecisionTemplate Entry = DecisionTemplate.Of("open-sentence", typeof(Facts), typeof(OptionFacts));

    public static IReadOnlyList<Decision> Of(TicketContext brief, string specialist, IReadOnlyList<IChoice> catalogue) =>
        [.. Sentences(brief)
            .Where(s => !catalogue.Any(c => c.IsMeantBy(s)) && Owner(brief, s) == specialist)
            .Select(s => Decision(brief, specialist, s))
            .OfType<Decision>()];

    /// <summary>Sentences that leave something open.</summary>
    public static IEnumerable<string> Sentences(TicketContext brief) => SentenceEnd().Split(brief.Ticket.Description.ReplaceLineEndings("\n"))
        .Select(s => Bullet().Replace(s.Trim(), ""))
        .Where(s => s.Contains(" or ", StringComparison.Ordinal) && s.Length is > 15 and < 400)
        .Where(s => (s.EndsWith('?') || Words.Any(s, OpenWords)) && !IsOwnDoubt(s));

    /// <summary>"Not sure if I do something wrong" is no choice that anybody could take for the product.</summary>
    private static bool IsOwnDoubt(string sentence) => FirstPerson().IsMatch(sentence) && !sentence.EndsWith('?');

    /// <summary>The specialist whose things the sentence names; the service specialist where it names none.</summary>
    private static string Owner(TicketContext brief, string sentence)
    {
        var owner = brief.Needs.Tables.Any(t => Words.Names(sentence, t.Name)) || Words.Any(sentence, "table", "column", "index")
            ? "database"
            : brief.Needs.Jobs.Any(j => Words.Names(sentence, j.Name)) || Words.Any(sentence, "report", "export", "nightly") ? "etl"
            : Words.Any(sentence, "endpoint", "api", "status code", "response") ? "api"
            : "service";
        return brief.Claims.Applying.Contains(owner) ? owner : brief.Claims.Applying[0];
    }

    private static Decision? Decision(TicketContext brief, string specialist, string sentence)
    {
        var cut = sentence.LastIndexOf(" or ", StringComparison.Ordinal);
        var left = Lead().Replace(sentence[..cut], "").Trim(' ', ',', ':');
        var right = Lead().Replace(sentence[(cut + 4)..], "").Trim(' ', ',', '?', '.');
        if (left.Length < 3 || right.Length < 3)
        {
            return null;
        }

        var options = Sketch.Telling([Option("A", left, brief), Option("B", right, brief)]);
        var recommended = Known(left, brief).Count >= Known(right, brief).Count ? options[0] : options[1];
        var facts = new Facts(
            Words.Short(sentence.TrimEnd('?', '.'), LongestTitle),
            Words.Short(sentence, LongestQuote),
            recommended.Pros[0],
            specialist,
            Words.List(brief.Claims.About(specialist, sentence)),
            brief.Asker);
        return Entry.Propose(facts, TopicKey.Of(TopicKind.OpenChoice, sentence), options, recommended.Id) with
        {
            Id = $"{specialist}/decide-{Words.Slug(Words.Short(sentence, LongestSlug).TrimEnd('…'))}",
            Touches = [specialist],
        };
    }

    private static DecisionOption Option(string id, string text, TicketContext brief)
    {
        var known = Known(text, brief).Take(MostTypes).ToList();
        var facts = known.Count == 0
            ? new OptionFacts(Sentence(text), text, null, null)
            : new(Sentence(text), text, Words.List(known.Select(t => t.Cited())), Words.List(known.Select(t => $"`{t.Name}`")));
        return Entry.Option(facts, id, OptionKey.Of(text), "Option") with { Sketch = ToldSketch.Of(text, brief) };
    }

    private static List<TypeFact> Known(string text, TicketContext brief) =>
    [
        .. brief.Grounding.Types
            .Where(t => !brief.Files.IsTest(t.File) && (Words.Names(text, t.Name) || Words.Overlap(t.Name, text) > 1))
            .Take(5),
    ];

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private sealed record Facts(string Question, string Sentence, string Reason, string Specialist, string Criteria, string Asker);

    private sealed record OptionFacts(string Title, string Text, string? Places, string? Types);

    [GeneratedRegex(@"(?<=[.?!])\s+|\n", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(I|I'm|I’m|my|me)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"\A([-*]|[0-9]+\.)\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Bullet();

    [GeneratedRegex(
        @"\A.*(whether|either|open:|decided:|decide:|should (we|it|they|the \w+)|do we|is it)\s",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Lead();
}
