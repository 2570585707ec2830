using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>A call to the outside that belongs to a write: within the request, or through an outbox.</summary>
internal sealed class ExternalCall : IChoice
{
    public const string KeyName = "external-call";

    /// <summary>The call is made within the request.</summary>
    public static readonly OptionKey WithinRequest = OptionKey.Of("within-request");

    /// <summary>The call is made by a worker, from a message that is written with the row.</summary>
    public static readonly OptionKey ByOutbox = OptionKey.Of("outbox");

    private static readonly string[] Strict = Lexicon.Words("choices", "strict");

    public string Key => KeyName;

    public string Specialist => "service";

    public IReadOnlyList<string> Criteria(TicketContext brief) => Outside(brief) is { } type ? brief.Claims.About("service", OutsideCalls.Concept(type) + " refund charge send notify call") : [];

    public bool IsMeantBy(string sentence) => Words.Any(sentence, "synchronous", "synchronously", "asynchronous", "asynchronously", "outbox", "queue", "in the background", "background worker", "within the request", "in the request", "immediately", "right away");

    /// <summary>The type that goes outside and that the ticket's writes need, or null.</summary>
    public static TypeFact? Outside(TicketContext brief) => OutsideCalls.Wanted(brief);

    public Decision? Propose(TicketContext brief)
    {
        if (Outside(brief) is not { } type)
        {
            return null;
        }

        var written = Written(brief);
        var callers = brief.Grounding.Types.Where(t => t.Kind != "interface" && t.Uses.Contains(type.Name, StringComparer.Ordinal) && !brief.Files.IsTest(t.File) && !t.Bases.Contains(type.Name, StringComparer.Ordinal) && t.Name.EndsWith("Service", StringComparison.Ordinal)).Take(1).ToList();
        var open = StatedChoices.Of(brief).FirstOrDefault(s => IsMeantBy(s.Text))?.Question ?? OpenSentences.Sentences(brief).FirstOrDefault(IsMeantBy);
        var sketch = new OutsideSketch(brief, type, callers.FirstOrDefault());
        var strict = brief.Criteria.FirstOrDefault(c => Words.Any(c.Text, Strict));
        return new Decision
        {
            Id = $"service/decide-{KeyName}",
            Key = TopicKey.Of(TopicKind.Consistency, Thing(brief), type.Name),
            Category = "Architecture",
            Title = brief.Needs.Tables.Count > 0 ? $"When is `{type.Name}` called while {written} is written?" : $"When is `{type.Name}` called: while the request is served, or after it?",
            Context = (open is null ? "" : $"The ticket leaves it open: \"{Words.Short(open, 220)}\" ") + $"{type.Cited()} leaves the process; what is written in {written} and the call can go apart when one of them fails.",
            Options = Sketch.Telling([Direct(type, callers, written) with { Sketch = sketch.Direct() }, Outbox(type, written, brief) with { Sketch = sketch.Outbox() }]),
            Recommendation = strict is null ? "A" : "B",
            Rationale = strict is null
                ? $"No criterion asks that the call survives an outage{(callers.Count > 0 ? $", and {Callers(callers)} does it so today" : "")}; the outbox can be put in later without changing callers."
                : $"{strict.Id} asks for it: \"{Words.Short(strict.Text, 120)}\" holds within the request only as long as nothing fails between call and commit.",
            Impact = $"The service's write, the status that callers get, and with an outbox the table `{OutboxTable.Name}` and a worker.",
            Weight = 9,
            Reversibility = Reversibility.Medium,
            ReviewTrigger = $"A call of `{type.Name}` succeeded and its row is missing, or the 95th percentile of the request exceeds one second.",
            Touches = ["database", "service", "api"],
        };
    }

    private static DecisionOption Direct(TypeFact type, IReadOnlyList<TypeFact> callers, string written) => new("A", $"Call `{type.Name}` within the request",
        [.. callers.Take(1).Select(_ => $"{Callers(callers)} does it so already, so errors and tests have their pattern."), "The caller sees at once how it went."],
        [$"A time-out after the other side accepted leaves {written} and the outside apart until somebody compares them.", "The request lasts as long as the other side takes."],
        "No new table, no new process", Reversibility.Easy)
    {
        Key = WithinRequest,
        BestFor = "Few calls, and a caller who waits for the outcome.",
        Keywords = ["within the request"],
        MigrationPath = $"Send what is still in `{OutboxTable.Name}`, stop the worker, call `{type.Name}` from the service again, drop the table.",
    };

    private static DecisionOption Outbox(TypeFact type, string written, TicketContext brief) => new("B", $"Write an outbox message with {written}; a worker calls `{type.Name}`",
        [$"The message is committed with {written} or not at all; an outage of the other side delays it and loses nothing.", "The request no longer waits for the other side."],
        [$"One more table (`{OutboxTable.Name}`) and {(brief.Grounding.Jobs.Count > 0 ? $"one more job to watch beside `{brief.Grounding.Jobs[0].Name}`" : "the first background worker of this code base")}.", "The caller sees a pending state first; the worker may call twice, so the call needs a key that makes it harmless."],
        $"One table, one worker, about two days", Reversibility.Medium)
    {
        Key = ByOutbox,
        BestFor = "Calls that must not be lost, and another side that is slow or away at times.",
        Keywords = ["outbox"],
        MigrationPath = $"Add `{OutboxTable.Name}` and the worker, write the message where the call stands today, then remove the call.",
    };

    private static string Callers(IReadOnlyList<TypeFact> callers) => Words.List(callers.Select(c => c.Cited()));

    private static string Written(TicketContext brief) => brief.Needs.Tables.Count > 0 ? $"`{Thing(brief)}`" : $"what `{Thing(brief)}` changes";

    /// <summary>What is written together with the call: a table, or what an endpoint changes.</summary>
    private static string Thing(TicketContext brief) => brief.Needs.Tables.Count > 0
        ? brief.Needs.Tables[0].FullName
        : brief.Needs.Endpoints.First(e => e.Method is not ("GET" or "HEAD")).Text;
}
