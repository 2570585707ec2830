using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>Decisions for choices that the ticket spells out and the catalogue does not know; weighed by what of them is there.</summary>
internal static class StatedDecisions
{
    public static IEnumerable<Decision> Of(TicketContext brief, string specialist, IReadOnlyList<IChoice> catalogue, ChoiceBook book) => StatedChoices.Of(brief)
        .Where(s => Owner(brief) == specialist && !catalogue.Any(c => c.IsMeantBy(s.Text) && book.Option(c.Key) is not null))
        .Select(s => Decision(brief, specialist, s));

    private static string Owner(TicketContext brief) => brief.Claims.Applying.Contains("service") ? "service" : brief.Claims.Applying[0];

    private static Decision Decision(TicketContext brief, string specialist, StatedChoice stated)
    {
        var options = Sketch.Telling([.. stated.Options.Select((text, at) => Option(((char)('A' + at)).ToString(), text, brief) with { Sketch = ToldSketch.Of(text, brief) })]);
        var best = stated.Options.Select((text, at) => (At: at, Known: Known(text, brief).Count)).OrderByDescending(o => o.Known).ThenBy(o => o.At).First().At;
        var touches = new List<string> { specialist };
        if (Words.Any(stated.Text, "table", "constraint", "trigger", "index", "database", "column") && brief.Claims.Applying.Contains("database"))
        {
            touches.Insert(0, "database");
        }

        return new Decision
        {
            Id = $"{specialist}/decide-{Words.Slug(Words.Short(stated.Question, 50).TrimEnd('…'))}",
            Key = TopicKey.Of(TopicKind.OpenChoice, stated.Question),
            Category = "Architecture",
            Title = Words.Short(stated.Question, 140),
            Context = $"The ticket spells the options out and leaves the choice to the team; it bears on {Words.List(brief.Claims.About(specialist, stated.Text).Take(3))}.",
            Options = options,
            Recommendation = options[best].Id,
            Rationale = options[best].Pros[0],
            Impact = $"Where the rule stands: {Words.List(options.Select(o => $"{o.Id} {Words.Short(o.Title, 60)}"))}.",
            Weight = 7,
            Reversibility = options.Max(o => o.Reversibility),
            ReviewTrigger = "The chosen way fails its test under load, or a second place needs the same rule.",
            Touches = touches,
        };
    }

    private static DecisionOption Option(string id, string text, TicketContext brief)
    {
        var known = Known(text, brief);
        var clauses = text.Split(". ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var told = clauses.Skip(1).SelectMany(c => c.Split(", but ", StringSplitOptions.TrimEntries)).Select(c => c.TrimEnd('.')).ToList();
        var inDatabase = Words.Any(text, "trigger", "constraint", "unique index", "check");
        var pros = new List<string>();
        pros.AddRange(known.Count > 0 ? [$"It builds on {Words.List(known.Take(3))}."] : []);
        pros.AddRange(inDatabase ? ["The database holds it whoever writes, also a script or another service."] : ["The rule can be read and tested in C# beside the others."]);
        pros.AddRange(told.Take(1).Select(t => $"The ticket says: {Words.Short(t, 100)}."));
        var cons = new List<string>(told.Skip(1).Take(1).Select(t => $"The ticket says: {Words.Short(t, 100)}."));
        cons.AddRange(inDatabase
            ? [$"{(known.Count > 0 ? "Part of it" : "Nothing like it")} is in the scripts that were found; its error reaches callers as a database error that must be translated."]
            : ["It holds only for writers that go through this code."]);
        return new DecisionOption(id, Title(clauses[0]), pros, cons, inDatabase ? "One migration and the translation of its error" : "Code within what is there", inDatabase ? Reversibility.Medium : Reversibility.Easy)
        {
            Key = Key(Title(clauses[0]), brief),
            BestFor = inDatabase ? "Rules that must hold against every writer." : "Rules that change with the product.",
            Keywords = [Words.Short(clauses[0], 60).TrimEnd('…').Replace("`", "", StringComparison.Ordinal)],
            MigrationPath = inDatabase ? "Add it as a migration beside the present rule, watch that it never fires, then take the other out." : "Put the rule into the service first, then drop the object from the database by a migration.",
        };
    }

    /// <summary>The ticket's own words, but for a trigger on a new table, which a rule knows how to write.</summary>
    private static OptionKey Key(string title, TicketContext brief) =>
        Words.Names(title, "trigger") && brief.Schema.Tables.FirstOrDefault(t => Words.Names(title, t.Fact.Name)) is { } guarded
            ? Trigger(guarded.Fact)
            : OptionKey.Of(title);

    /// <summary>The option of a trigger on a table.</summary>
    public static OptionKey Trigger(TableFact table) => OptionKey.Of($"trigger on {table.FullName}");

    private static string Title(string text) => char.ToUpperInvariant(text[0]) + Words.Short(text, 140)[1..];

    /// <summary>Members and types of the code base that the option names, with their places.</summary>
    private static List<string> Known(string text, TicketContext brief)
    {
        var types = brief.Grounding.Types.Where(t => !brief.Files.IsTest(t.File) && Words.NamesType(text, t.Name)).ToList();
        var members = types.SelectMany(t => t.Members.Where(m => m.Name.Length > 4 && Words.Names(text, m.Name)).Select(m => $"`{t.Name}.{m.Name}` ({t.File}:{m.Line})")).ToList();
        return [.. members.Concat(types.Where(t => !members.Exists(m => m.StartsWith($"`{t.Name}.", StringComparison.Ordinal))).Select(t => t.Cited())).Distinct(StringComparer.Ordinal)];
    }
}
