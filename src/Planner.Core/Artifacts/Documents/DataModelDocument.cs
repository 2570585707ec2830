using Planner.Core.Artifacts.Markdown;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;
using Planner.Core.Text.Words;

namespace Planner.Core.Artifacts.Documents;

/// <summary>
/// The tables that the work touches among their neighbours: how they hang together, who reads and writes them, what is sensitive,
/// how long rows stay.
/// </summary>
internal sealed class DataModelDocument : IArtifactRenderer
{
    private static readonly string[] Ages = Vocabulary.Words("columns", "ages");

    public string Path => "data-model.md";

    public string? NotApplicable(Plan plan) =>
        RightSize.TooSmall(plan) ?? (Designed(plan).Count > 0 ? null : "No table is added or changed.");

    public string Render(Plan plan)
    {
        var designed = Designed(plan);
        var all = designed.Concat(plan.Grounding.Tables.Where(t => designed.TrueForAll(d => d.FullName != t.FullName))).ToList();
        var page = new MarkdownPage()
            .Heading(1, $"Data model: {plan.Ticket.Key}")
            .Say($"Keys and links only; columns of what changes stand in {Md.Code("SCHEMA_CHANGES.md")}.")
            .Code("mermaid", EntityDiagram.Of([.. all.Select(KeysOnly)]))
            .Heading(2, $"Tables")
            .Table(["Table", "In this plan", "Written by", "Read by", "Indexes today"], all.Select(t => Row(t, plan)));
        States(page, all);
        Privacy(page, designed);
        Retention(page, designed, plan);
        return page.ToString();
    }

    private static List<TableFact> Designed(Plan plan) =>
        [.. plan.Opinions.Designs<SchemaDesign>().Where(d => d.Migrations.Count > 0).SelectMany(d => d.Tables).DistinctBy(t => t.FullName)];

    private static TableFact KeysOnly(TableFact table)
    {
        var keys = table.PrimaryKey.Concat(table.ForeignKeys.SelectMany(f => f.Columns)).ToHashSet(StringComparer.Ordinal);
        return table with { Columns = [.. table.Columns.Where(c => keys.Contains(c.Name))] };
    }

    private static Md[] Row(TableFact table, Plan plan)
    {
        var name = table.FullName;
        var jobs = plan.Opinions.Designs<PipelineDesign>().SelectMany(d => d.Pipelines).ToList();
        var writers = plan.Tasks.Where(t => !t.Contingent && t.Tables.Contains(name, StringComparer.Ordinal)).Select(t => t.Id);
        var loads = jobs.Where(j => j.Targets.Contains(name, StringComparer.Ordinal)).Select(j => j.Job);
        var reads = jobs.Where(j => j.Sources.Contains(name, StringComparer.Ordinal)).Select(j => j.Job);
        var known = plan.Grounding.Inventory.Tables.Contains(name, StringComparer.Ordinal)
            || plan.Grounding.Inventory.Tables.Contains($"{table.Schema}.{table.Name}", StringComparer.Ordinal);
        var changed = plan.Opinions.Designs<SchemaDesign>().SelectMany(d => d.Migrations).Any(m => m.Tables.Contains(name, StringComparer.Ordinal));
        return
        [
            Md.Code(name), !known ? Md.Of($"new") : changed ? Md.Of($"changed") : Md.Of($"as it is"),
            Md.Words(writers.Concat(loads)), Md.Words(reads), known ? Md.Codes(table.Indexes.Select(i => i.Name)) : Md.Of($"–"),
        ];
    }

    /// <summary>Columns that may hold a few values only: the states of a row.</summary>
    private static void States(MarkdownPage page, List<TableFact> tables)
    {
        var states = tables.SelectMany(t => t.Checks.Select(c => (Table: t, Check: c)))
            .Where(c => c.Check.Contains(" IN (", StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (states.Count > 0)
        {
            page
                .Heading(2, $"Closed sets of values")
                .Table(["Table", "What a row may hold today"], states.Select(s => new[] { Md.Code(s.Table.FullName), Md.Code(s.Check) }));
        }
    }

    private static void Privacy(MarkdownPage page, List<TableFact> tables)
    {
        var columns = SensitiveColumns.Of(tables).ToList();
        page.Heading(2, $"Privacy");
        if (columns.Count == 0)
        {
            page.Say($"No column of these tables has a name that tells of persons, secrets, money or free text.");
        }

        page.Table(
            ["Table", "Column", "Class by its name", "Why"],
            columns.Select(c => new[] { Md.Code(c.Table), Md.Code(c.Column), Md.Of($"{c.Class}"), Md.Of($"{c.Why}") }));
    }

    private static void Retention(MarkdownPage page, List<TableFact> tables, Plan plan)
    {
        var known = plan.Grounding.Inventory.Tables.ToHashSet(StringComparer.Ordinal);
        var added = tables.Where(t => !t.IsView && !known.Contains(t.FullName)).ToList();
        if (added.Count > 0)
        {
            page.Heading(2, $"Retention")
                .Say($"Neither the ticket nor a script says how long rows of new tables are kept, so nothing in this plan deletes them.")
                .Table(["Table", "Age could be told by", "Rows that hang on others"], added.Select(t => new[]
                {
                    Md.Code(t.FullName), Md.Codes(t.Columns.Where(c => Ages.Contains(c.Name, StringComparer.OrdinalIgnoreCase)).Select(c => c.Name)),
                    Md.Codes(t.ForeignKeys.Select(f => f.Table).Distinct(StringComparer.Ordinal)),
                }));
        }
    }
}
