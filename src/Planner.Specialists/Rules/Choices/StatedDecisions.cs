using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>Decisions for choices that the ticket spells out and the catalogue does not know; weighed by what of them is there.</summary>
internal static class StatedDecisions
{
    private const int LongestTitle = 140;
    private const int LongestRemark = 100;
    private const int LongestPart = 60;
    private const int LongestSlug = 50;
    private const int MostNamed = 3;

    private static readonly DecisionTemplate Entry = DecisionTemplate.Of("stated-choice", typeof(Facts), typeof(OptionFacts));

    public static IEnumerable<Decision> Of(TicketContext brief, string specialist, IReadOnlyList<IChoice> catalogue, ChoiceBook book) => StatedChoices.Of(brief)
        .Where(s => Owner(brief) == specialist && !catalogue.Any(c => c.IsMeantBy(s.Text) && book.Option(c.Key) is not null))
        .Select(s => Decision(brief, specialist, s));

    private static string Owner(TicketContext brief) => brief.Claims.Applying.Contains("service") ? "service" : brief.Claims.Applying[0];

    private static Decision Decision(TicketContext brief, string specialist, StatedChoice stated)
    {
        var options = Sketch.Telling([.. stated.Options.Select((text, at) => Option(((char)('A' + at)).ToString(), text, brief))]);
        var best = options[stated.Options.Index().MaxBy(o => Known(o.Item, brief).Count).Index];
        var facts = new Facts(
            Words.Short(stated.Question, LongestTitle),
            Words.List(brief.Claims.About(specialist, stated.Text).Take(MostNamed)),
            best.Pros[0],
            Words.List(options.Select(o => $"{o.Id} {Words.Short(o.Title, LongestPart)}")));
        return Entry.Propose(facts, TopicKey.Of(TopicKind.OpenChoice, stated.Question), options, best.Id) with
        {
            Id = $"{specialist}/decide-{Words.Slug(Words.Short(stated.Question, LongestSlug).TrimEnd('…'))}",
            Touches = [.. Stored(brief, stated), specialist],
        };
    }

    private static IEnumerable<string> Stored(TicketContext brief, StatedChoice stated) =>
        Words.Any(stated.Text, "table", "constraint", "trigger", "index", "database", "column") && brief.Claims.Applying.Contains("database")
            ? ["database"]
            : [];

    private static DecisionOption Option(string id, string text, TicketContext brief)
    {
        var known = Known(text, brief);
        var clauses = text.Split(". ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var told = clauses.Skip(1)
            .SelectMany(c => c.Split(", but ", StringSplitOptions.TrimEntries))
            .Select(c => Words.Short(c.TrimEnd('.'), LongestRemark))
            .ToList();
        var facts = new OptionFacts(
            Title(clauses[0]),
            known.Count > 0 ? Words.List(known.Take(MostNamed)) : null,
            told.ElementAtOrDefault(0),
            told.ElementAtOrDefault(1),
            Words.Any(text, "trigger", "constraint", "unique index", "check"),
            Words.Short(clauses[0], LongestPart).TrimEnd('…').Replace("`", "", StringComparison.Ordinal));
        return Entry.Option(facts, id, Key(facts.Title, brief), "Option") with { Sketch = ToldSketch.Of(text, brief) };
    }

    /// <summary>The ticket's own words, but for a trigger on a new table, which a rule knows how to write.</summary>
    private static OptionKey Key(string title, TicketContext brief) =>
        Words.Names(title, "trigger") && brief.Schema.Tables.FirstOrDefault(t => Words.Names(title, t.Fact.Name)) is { } guarded
            ? Trigger(guarded.Fact)
            : OptionKey.Of(title);

    /// <summary>The option of a trigger on a table.</summary>
    public static OptionKey Trigger(TableFact table) => OptionKey.Of($"trigger on {table.FullName}");

    private static string Title(string text) => char.ToUpperInvariant(text[0]) + Words.Short(text, LongestTitle)[1..];

    /// <summary>Members and types of the code base that the option names, with their places.</summary>
    private static List<string> Known(string text, TicketContext brief)
    {
        var types = brief.Grounding.Types.Where(t => !brief.Files.IsTest(t.File) && Words.NamesType(text, t.Name)).ToList();
        var members = types
            .SelectMany(t => t.Members.Where(m => m.Name.Length > 4 && Words.Names(text, m.Name)).Select(m => $"`{t.Name}.{m.Name}` ({t.File}:{m.Line})"))
            .ToList();
        var bare = types.Where(t => !members.Exists(m => m.StartsWith($"`{t.Name}.", StringComparison.Ordinal))).Select(t => t.Cited());
        return [.. members.Concat(bare).Distinct(StringComparer.Ordinal)];
    }

    private sealed record Facts(string Question, string Criteria, string Reason, string Places);

    private sealed record OptionFacts(string Title, string? Known, string? Remark, string? SecondRemark, bool InDatabase, string Keyword);
}
