using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>A new way to delete rows that others refer to: for good, or marked.</summary>
internal sealed class Deletion : IChoice
{
    public const string KeyName = "deletion";

    private static readonly string[] Marks = Lexicon.Words("choices", "marks");
    private static readonly DecisionTemplate Entry = DecisionTemplate.Of(KeyName, typeof(Facts));

    public string Key => KeyName;

    public string Specialist => Entry.Specialist;

    public IReadOnlyList<string> Criteria(TicketContext brief) =>
    [
        .. brief.Criteria.Where(c => Words.Any(c.Text, "delete", "deleted", "deletes", "remove", "removed", "erase", "erased")).Select(c => c.Id),
    ];

    public bool IsMeantBy(string sentence) => Words.Any(sentence, "soft delete", "soft-delete", "hard delete", "archive");

    public Decision? Propose(TicketContext brief)
    {
        var endpoint = brief.Needs.Endpoints.FirstOrDefault(e => e.Method == "DELETE");
        var table = endpoint is null ? null : TableOf(endpoint, brief);
        if (endpoint is null || table is null || table.Columns.Any(c => Marks.Contains(c.Name, StringComparer.Ordinal)))
        {
            return null;
        }

        var referring = brief.Grounding.Tables.Where(t => t.ForeignKeys.Any(f => f.Table == table.FullName))
            .Select(t => $"`{t.FullName}`")
            .ToList();
        var isReferredTo = referring.Count > 0;
        var facts = new Facts(endpoint.Text, table.FullName, isReferredTo ? Words.List(referring) : null, referring.Count == 1);
        return Entry.Propose(
            facts,
            TopicKey.Of(TopicKind.Removal, endpoint.Text, table.FullName),
            [Entry.Option(facts, "A", OptionKey.Of("mark")), Entry.Option(facts, "B", OptionKey.Of("remove"))],
            recommended: isReferredTo ? "A" : "B");
    }

    /// <summary>What an address deletes is what its last name stands for, not what that lies below.</summary>
    private static TableFact? TableOf(NewEndpoint endpoint, TicketContext brief)
    {
        var name = endpoint.Segments is [.., var last] ? last.Replace('-', '_') : null;
        var tables = brief.Grounding.Tables.Where(t => !t.IsView).ToList();
        return name is null ? null : tables.Find(t => t.Name == name) ?? tables.Find(t => t.Name.EndsWith("_" + name, StringComparison.Ordinal));
    }

    private sealed record Facts(string Endpoint, string Table, string? Referring, bool One);
}
