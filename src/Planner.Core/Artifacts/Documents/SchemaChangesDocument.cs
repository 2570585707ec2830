using Planner.Core.Artifacts.Markdown;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What the database specialist designs.</summary>
internal sealed class SchemaChangesDocument : IArtifactRenderer
{
    private const SpecialistRole Role = SpecialistRole.Schema;

    public string Path => "SCHEMA_CHANGES.md";

    public string? NotApplicable(Plan plan) => RightSize.NothingFrom(plan, Role, o => o.Design<SchemaDesign>() is { Migrations.Count: > 0 });

    public string Render(Plan plan)
    {
        var opinion = SpecialistPage.Of(plan, Role);
        var schema = opinion.Design<SchemaDesign>()!;
        var page = SpecialistPage.Start(plan, "Schema changes", opinion);
        if (schema.Tables.Count > 0)
        {
            page.Heading(2, $"Entities").Code("mermaid", EntityDiagram.Of(schema.Tables));
        }

        page.Heading(2, $"Migrations");
        MigrationSections.Write(page, schema.Migrations, level: 3);
        Rules(page, schema);
        Queries(page, schema);
        Operation(page, schema);
        return page.End(plan, opinion).ToString();
    }

    private static void Rules(MarkdownPage page, SchemaDesign schema)
    {
        if (schema.Indexes.Count > 0)
        {
            page.Heading(2, $"Index strategy").Table(["Table", "Columns", "Unique", "Reason"], schema.Indexes.Select(Index));
        }

        if (schema.Rules.Count > 0)
        {
            page.Heading(2, $"Validation rules").Table(
                ["Table", "Column", "Rule", "Reason"],
                schema.Rules.Select(r => new[] { Md.Code(r.Table), Md.Code(r.Column), Md.Of($"{r.Rule}"), Md.Of($"{r.Reason}") }));
        }
    }

    private static Md[] Index(IndexAdvice index) =>
        [Md.Code(index.Table), Md.Codes(index.Columns), index.Unique ? Md.Of($"yes") : Md.Of($"no"), Md.Of($"{index.Reason}")];

    private static void Queries(MarkdownPage page, SchemaDesign schema)
    {
        if (schema.Queries.Count == 0)
        {
            return;
        }

        page.Heading(2, $"Sample queries");
        foreach (var query in schema.Queries)
        {
            page.Say($"{query.Purpose}").Code("sql", query.Sql);
        }
    }

    private static void Operation(MarkdownPage page, SchemaDesign schema)
    {
        if (schema.ZeroDowntime.Count > 0)
        {
            page.Heading(2, $"Without downtime").Steps(schema.ZeroDowntime.Select(s => Md.Of($"{s}")));
        }

        if (schema.Partitioning.Length > 0)
        {
            page.Heading(2, $"Partitioning").Say($"{schema.Partitioning}");
        }
    }
}

/// <summary>A Mermaid entity diagram.</summary>
internal static class EntityDiagram
{
    public static string Of(IReadOnlyList<TableFact> tables)
    {
        var known = tables.Select(t => t.FullName).ToHashSet(StringComparer.Ordinal);
        var entities = tables.Select(t => $"  {Mermaid.Name(t.FullName)} {{\n{string.Concat(t.Columns.Select(c => Column(t, c)))}  }}");
        var links = tables.SelectMany(t => t.ForeignKeys.Where(f => known.Contains(Known(f.Table, known))).Select(f => Link(t, f, known)));
        return string.Join('\n', [.. entities.Prepend("erDiagram"), .. links.Distinct(StringComparer.Ordinal)]);
    }

    private static string Column(TableFact table, ColumnFact column)
    {
        var foreign = table.ForeignKeys.Any(f => f.Columns.Contains(column.Name, StringComparer.Ordinal));
        var keys = string.Join(
            ", ",
            new[] { table.PrimaryKey.Contains(column.Name, StringComparer.Ordinal) ? "PK" : "", foreign ? "FK" : "" }.Where(k => k.Length > 0));
        return $"    {Mermaid.Name(column.Type)} "
            + $"{Mermaid.Name(column.Name)}{(keys.Length > 0 ? " " + keys : "")}{(column.Nullable ? " \"may be null\"" : "")}\n";
    }

    private static string Link(TableFact table, ForeignKeyFact key, HashSet<string> known) =>
        $"  {Mermaid.Name(Known(key.Table, known))} ||--o{{ {Mermaid.Name(table.FullName)} : {Mermaid.Label(string.Join(", ", key.Columns))}";

    /// <summary>A foreign key may name the public schema, where tables do not.</summary>
    private static string Known(string table, HashSet<string> known) =>
        !known.Contains(table) && table.StartsWith("public.", StringComparison.Ordinal) ? table["public.".Length..] : table;
}
