using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>Two callers who move the same row at once, in a code base that shows no way to handle it.</summary>
internal sealed class Concurrency : IChoice
{
    private static readonly string[] Locks = Lexicon.Words("choices", "locks");
    private static readonly string[] Moves = Lexicon.Words("choices", "moves");

    private static readonly DecisionTemplate Entry = DecisionTemplate.Of("concurrency", typeof(Facts));

    public string Key => Entry.Key;

    public string Specialist => Entry.Specialist;

    public IReadOnlyList<string> Criteria(TicketContext brief) =>
        [.. brief.Claims.For("service").Where(c => Words.Any(c.Text, Moves)).Select(c => c.Id)];

    public bool IsMeantBy(string sentence) => Words.Any(sentence, "lock", "optimistic", "pessimistic", "row version");

    public Decision? Propose(TicketContext brief)
    {
        var table = Moved(brief);
        var writes = brief.Needs.Endpoints.Any(e => e.Method is not "GET");
        var known = brief.Grounding.Types.Any(t => t.Members.Any(m => Locks.Any(l => m.Name.Contains(l, StringComparison.OrdinalIgnoreCase))));
        if (table is null || !writes || known || Criteria(brief).Count == 0)
        {
            return null;
        }

        var facts = new Facts(table.FullName, Words.List(Criteria(brief)), Neighbourhood.Of(brief, table.Entity()).Repository?.Cited());
        return Entry.Propose(
            facts,
            TopicKey.Of(TopicKind.Concurrency, table.FullName),
            [Entry.Option(facts, "A", OptionKey.Of("row-lock")), Entry.Option(facts, "B", OptionKey.Of("row-version"))],
            recommended: "A");
    }

    private static TableFact? Moved(TicketContext brief) => brief.Schema.Tables.Select(t => t.Fact).Concat(brief.Needs.KnownTables)
        .FirstOrDefault(t => t.Columns.Any(c => c.Name is "status" or "state"));

    private sealed record Facts(string Table, string Criteria, string? Repository);
}
