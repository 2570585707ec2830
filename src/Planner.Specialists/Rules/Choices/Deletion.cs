using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>A new way to delete rows that others refer to: for good, or marked.</summary>
internal sealed class Deletion : IChoice
{
    private static readonly string[] Marks = Lexicon.Words("choices", "marks");

    public string Key => "deletion";

    public string Specialist => "service";

    public IReadOnlyList<string> Criteria(TicketContext brief) => [.. brief.Criteria.Where(c => Words.Any(c.Text, "delete", "deleted", "deletes", "remove", "removed", "erase", "erased")).Select(c => c.Id)];

    public bool IsMeantBy(string sentence) => Words.Any(sentence, "soft delete", "soft-delete", "hard delete", "archive");

    public Decision? Propose(TicketContext brief)
    {
        var endpoint = brief.Needs.Endpoints.FirstOrDefault(e => e.Method == "DELETE");
        var table = endpoint is null ? null : TableOf(endpoint, brief);
        if (endpoint is null || table is null || table.Columns.Any(c => Marks.Contains(c.Name, StringComparer.Ordinal)))
        {
            return null;
        }

        var referring = brief.Grounding.Tables.Where(t => t.ForeignKeys.Any(f => f.Table == table.FullName)).Select(t => $"`{t.FullName}`").ToList();
        return new Decision
        {
            Id = "service/decide-deletion",
            Key = TopicKey.Of(TopicKind.Removal, endpoint.Text, table.FullName),
            Category = "Data",
            Title = $"Does `{endpoint.Text}` remove the row of `{table.FullName}` or mark it?",
            Context = referring.Count > 0 ? $"{Words.List(referring)} {(referring.Count == 1 ? "refers" : "refer")} to `{table.FullName}`." : $"No table that was found refers to `{table.FullName}`.",
            Options =
            [
                new DecisionOption("A", "Mark it as deleted", ["It can be undone, and what refers to it stays whole.", "Who deleted it and when can be kept."], [$"Every query on `{table.FullName}` must leave marked rows out.", "Personal data stay until they are erased separately."], "One column and all readers", Reversibility.Easy) { Key = OptionKey.Of("mark"), BestFor = "Rows that others refer to.", Keywords = ["marked as deleted"], MigrationPath = "Add the mark, and turn deletes into updates." },
                new DecisionOption("B", "Remove the row", ["Nothing else changes; readers stay as they are.", "The data are gone, as a person may ask."], [referring.Count > 0 ? $"Rows of {Words.List(referring)} must go first or stop it." : "It cannot be undone without a backup."], "One statement", Reversibility.Hard) { Key = OptionKey.Of("remove"), BestFor = "Rows that nothing refers to.", Keywords = ["removed for good"], MigrationPath = "Remove marked rows in batches, then drop the mark." },
            ],
            Recommendation = referring.Count > 0 ? "A" : "B",
            Rationale = referring.Count > 0 ? $"{Words.List(referring)} would lose what they refer to." : "Nothing refers to the row, and a mark would burden each reader.",
            Impact = $"All queries on `{table.FullName}`, and what the endpoint answers the second time.",
            Weight = 8,
            Reversibility = Reversibility.Hard,
            ReviewTrigger = "Somebody asks for a deleted row back, or for its erasure.",
            Touches = ["database", "service", "api"],
        };
    }

    /// <summary>What an address deletes is what its last name stands for, not what that lies below.</summary>
    private static TableFact? TableOf(NewEndpoint endpoint, TicketContext brief)
    {
        var name = endpoint.Segments is [.., var last] ? last.Replace('-', '_') : null;
        var tables = brief.Grounding.Tables.Where(t => !t.IsView).ToList();
        return name is null ? null : tables.Find(t => t.Name == name) ?? tables.Find(t => t.Name.EndsWith("_" + name, StringComparison.Ordinal));
    }
}
