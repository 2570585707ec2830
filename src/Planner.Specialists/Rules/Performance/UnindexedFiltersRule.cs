using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Performance;

/// <summary>Criteria that search or sort an existing table by a column that no index begins with.</summary>
internal sealed class UnindexedFiltersRule : IRule
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("unindexed-filter", typeof(Facts));
    private static readonly string[] Reading = Lexicon.Words("performance", "reading");

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var criterion in brief.Criteria.Where(c => Words.Any(c.Text, Reading)))
        {
            foreach (var table in brief.Needs.KnownTables.Where(t => !t.IsView))
            {
                var columns = table.Columns.Where(c => IsNamed(criterion.Text, c.Name) && !table.Leads(c.Name)).Select(c => c.Name).ToList();
                var tasks = brief.Earlier.Tasks.Where(t => t.Satisfies.Contains(criterion.Id, StringComparer.Ordinal)
                    && t.Area is SpecialistNames.Service or SpecialistNames.Api).Select(t => t.Id).ToList();
                if (columns.Count > 0)
                {
                    Raise(brief, draft, criterion.Id, table, columns, tasks);
                }
            }
        }
    }

    private static bool IsNamed(string text, string column) =>
        text.Contains($"`{column}`", StringComparison.Ordinal)
            || text.Contains($"`{Words.Camel(column)}`", StringComparison.Ordinal)
            || (column.Contains('_', StringComparison.Ordinal) && Words.Names(text, column));

    private static void Raise(RuleContext brief, OpinionBuilder draft, string criterion, TableFact table, List<string> columns, IReadOnlyList<string> tasks)
    {
        var size = Figures.Volumes(brief).FirstOrDefault(v => v.Table.FullName == table.FullName)?.Size;
        draft.Cite(table.Place());
        var risk = draft.Raise(
            $"filter-{table.Name}",
            Entry.Raise(
                new Facts(criterion, table.FullName, size, Words.List(columns.Select(c => $"`{c}`")), columns.Count == 1, string.Join(", ", columns)),
                Ownership.Role(draft.Specialist),
                tasks) with
            {
                Probability = size is null ? Level.Medium : Level.High,
            });
        var topic = TopicKey.Of(TopicKind.Volume, table.FullName, criterion);
        var question = $"How many rows has `{table.FullName}`, and how many does {criterion} want of them?";
        if (size is null)
        {
            draft.Ask(
                brief,
                topic,
                question,
                Ownership.Role(SpecialistNames.Database),
                blocking: false,
                "Few enough for a scan; the plan of the query is looked at before the release.",
                SpecialistNames.Database,
                draft.Specialist);
        }

        draft.Heat(new HotPath(criterion, table.FullName, columns, table.Place(), risk, draft.Asked(topic)?.Id));
        draft.Summary.Add($"names what {criterion} reads without an index");
    }

    private sealed record Facts(string Criterion, string Table, string? Size, string Names, bool One, string Columns);
}
