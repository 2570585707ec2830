using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Performance;

/// <summary>A job that finds changed rows of a large table by a column without an index.</summary>
internal sealed class WatermarkScansRule : IRule
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("watermark-scan", typeof(Facts));

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var sizes = Figures.Volumes(brief);
        foreach (var job in brief.Needs.Jobs)
        {
            var column = Watermarks.Of(job, brief);
            var table = column is null
                ? null
                : JobTables.Of(job, brief.Grounding).Sources.FirstOrDefault(t => t.Has(column) && sizes.Any(s => s.Table.FullName == t.FullName));
            if (table is not null && !table.Leads(column!))
            {
                Raise(brief, draft, job, table, column!, sizes.First(s => s.Table.FullName == table.FullName).Size);
            }
        }
    }

    private static void Raise(RuleContext brief, OpinionBuilder draft, JobFact job, TableFact table, string column, string size)
    {
        draft.Cite(job.Place(), table.Place());
        var risk = draft.Raise(
            "scan-" + table.Name,
            Entry.Raise(new Facts(job.Name, table.FullName, size, column), Ownership.Role(draft.Specialist), brief.Earlier.Changing(job.File)));
        draft.Heat(new HotPath(job.Name, table.FullName, [column], job.Place(), risk, null));
        draft.Summary.Add($"names how `{job.Name}` reads `{table.FullName}`");
    }

    private sealed record Facts(string Job, string Table, string Size, string Column);
}

/// <summary>What a schema says about reading by a column.</summary>
internal static class Reads
{
    /// <summary>True where an index, the key or a unique constraint begins with the column.</summary>
    public static bool Leads(this TableFact table, string column) =>
        Begins(table.PrimaryKey, column) || table.Indexes.Any(i => Begins(i.Columns, column));

    private static bool Begins(IReadOnlyList<string> columns, string column) => columns is [var first, ..] && first == column;
}
