using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>A call to the outside that belongs to a write: within the request, or through an outbox.</summary>
internal sealed class ExternalCall : IChoice
{
    public const string KeyName = "external-call";

    private const int LongestQuote = 220;
    private const int LongestCriterion = 120;

    /// <summary>The call is made within the request.</summary>
    public static readonly OptionKey WithinRequest = OptionKey.Of("within-request");

    /// <summary>The call is made by a worker, from a message that is written with the row.</summary>
    public static readonly OptionKey ByOutbox = OptionKey.Of("outbox");

    private static readonly string[] Strict = Lexicon.Words("choices", "strict");
    private static readonly DecisionTemplate Entry = DecisionTemplate.Of(KeyName, typeof(Facts), typeof(WrittenFacts));

    public string Key => KeyName;

    public string Specialist => Entry.Specialist;

    public IReadOnlyList<string> Criteria(TicketContext brief) => Outside(brief) is { } type
        ? brief.Claims.About("service", OutsideCalls.Concept(type) + " refund charge send notify call")
        : [];

    public bool IsMeantBy(string sentence) => Words.Any(
        sentence, "synchronous", "synchronously", "asynchronous", "asynchronously", "outbox", "queue",
        "in the background", "background worker", "within the request", "in the request", "immediately", "right away");

    /// <summary>The type that goes outside and that the ticket's writes need, or null.</summary>
    public static TypeFact? Outside(TicketContext brief) => OutsideCalls.Wanted(brief);

    public Decision? Propose(TicketContext brief)
    {
        if (Outside(brief) is not { } type)
        {
            return null;
        }

        var caller = Caller(type, brief);
        var facts = FactsOf(type, caller, brief);
        var sketch = new OutsideSketch(brief, type, caller);
        return Entry.Propose(
            facts,
            TopicKey.Of(TopicKind.Consistency, Thing(brief), type.Name),
            Sketch.Telling([
                Entry.Option(facts, "A", WithinRequest) with { Sketch = sketch.Direct() },
                Entry.Option(facts, "B", ByOutbox) with { Sketch = sketch.Outbox() },
            ]),
            recommended: facts.Criterion is null ? "A" : "B");
    }

    private Facts FactsOf(TypeFact type, TypeFact? caller, TicketContext brief)
    {
        var open = StatedChoices.Of(brief).FirstOrDefault(s => IsMeantBy(s.Text))?.Question ?? OpenSentences.Sentences(brief).FirstOrDefault(IsMeantBy);
        var strict = brief.Criteria.FirstOrDefault(c => Words.Any(c.Text, Strict));
        return new(
            type.Name,
            type.Cited(),
            brief.Needs.Tables.Count > 0,
            Written(brief),
            open is null ? null : Words.Short(open, LongestQuote),
            caller?.Cited(),
            strict?.Id,
            strict is null ? null : Words.Short(strict.Text, LongestCriterion),
            OutboxTable.Name,
            brief.Grounding.Jobs.Count > 0 ? brief.Grounding.Jobs[0].Name : null);
    }

    /// <summary>A service that calls it today, or null.</summary>
    private static TypeFact? Caller(TypeFact type, TicketContext brief) => brief.Grounding.Types.FirstOrDefault(t =>
        t.Kind != "interface"
        && t.Name.EndsWith("Service", StringComparison.Ordinal)
        && t.Uses.Contains(type.Name, StringComparer.Ordinal)
        && !t.Bases.Contains(type.Name, StringComparer.Ordinal)
        && !brief.Files.IsTest(t.File));

    private static string Written(TicketContext brief) => Entry.Fill(new WrittenFacts(Thing(brief), brief.Needs.Tables.Count > 0)).Text("Written");

    /// <summary>What is written together with the call: a table, or what an endpoint changes.</summary>
    private static string Thing(TicketContext brief) => brief.Needs.Tables.Count > 0
        ? brief.Needs.Tables[0].FullName
        : brief.Needs.Endpoints.First(e => e.Method is not ("GET" or "HEAD")).Text;

    private sealed record WrittenFacts(string Thing, bool Table);

    private sealed record Facts(
        string Type,
        string TypePlace,
        bool Table,
        string Written,
        string? Open,
        string? Caller,
        string? Criterion,
        string? CriterionText,
        string Outbox,
        string? Job);
}
