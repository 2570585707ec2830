using Planner.Codebase.Files;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Sql;

/// <summary>What the scripts leave behind when they are replayed in order.</summary>
internal sealed record SchemaHistory(IReadOnlyList<TableFact> Tables, IReadOnlyList<MigrationFact> Migrations)
{
    public static SchemaHistory Replay(IEnumerable<SqlScript> scripts, IReadOnlyList<ProjectFact> projects, TestFolders tests)
    {
        var all = scripts.Where(s => !tests.Holds(s.Path)).ToList();
        var usesDbUp = projects.Any(p => p.Packages.Any(n => n.StartsWith("dbup", StringComparison.OrdinalIgnoreCase)));
        var migrations = all.Where(s => s.Migration is not null).ToList();
        migrations.Sort(Compare);
        var schema = new SchemaDraft();
        foreach (var script in migrations.Where(m => m.Migration!.Direction != "down"))
        {
            schema.Apply(script.Path, script.Statements);
        }

        return new SchemaHistory(
            WithDumps(schema.Facts(), all.Where(s => s.Migration is null)),
            [.. migrations.Select(m => Fact(m, usesDbUp))]);
    }

    /// <summary>Scripts without an order are dumps or pieces: they tell of tables that no migration makes.</summary>
    private static IReadOnlyList<TableFact> WithDumps(IReadOnlyList<TableFact> migrated, IEnumerable<SqlScript> scripts)
    {
        var rest = new SchemaDraft();
        foreach (var script in scripts)
        {
            rest.Apply(script.Path, script.Statements);
        }

        var known = migrated.Select(t => t.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. migrated.Concat(rest.Facts().Where(t => !known.Contains(t.FullName)))
            .OrderBy(t => t.Schema, StringComparer.Ordinal)
            .ThenBy(t => t.Name, StringComparer.Ordinal)];
    }

    private static int Compare(SqlScript a, SqlScript b)
    {
        var folder = string.CompareOrdinal(a.Migration!.Folder, b.Migration!.Folder);
        var order = folder != 0 ? folder : MigrationName.CompareOrder(a.Migration.Order, b.Migration.Order);
        return order != 0 ? order : string.CompareOrdinal(a.Path, b.Path);
    }

    private static MigrationFact Fact(SqlScript script, bool usesDbUp) =>
        new(
            script.Path,
            script.Migration!.Order,
            script.Migration.Direction,
            script.Migration.Tool == MigrationName.Numbered && usesDbUp ? MigrationName.DbUp : script.Migration.Tool);
}
