using Planner.Codebase.CSharp;
using Planner.Codebase.CSharp.Tables;
using Planner.Codebase.Files;
using Planner.Codebase.Sql;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Codebase.Model;

/// <summary>Tables and migrations that C# code tells of: model snapshots of EF Core, and migrations of FluentMigrator in order.</summary>
internal sealed class ModelHistory
{
    public const string FluentMigrator = "FluentMigrator";

    private readonly List<(string Path, ModelDraft Draft)> models;
    private readonly IReadOnlyDictionary<string, TypeFact> types;

    public ModelHistory(IEnumerable<(string Path, SourceFacts Facts)> sources, TestFolders tests, IEnumerable<TypeFact> types)
    {
        models = [.. sources.Where(s => s.Facts.Model is not null && !tests.Holds(s.Path)).Select(s => (s.Path, s.Facts.Model!))];
        this.types = types.Where(t => models.Count > 0)
            .GroupBy(t => t.Namespace.Length > 0 ? $"{t.Namespace}.{t.Name}" : t.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>Tables, each name once: of twins for several databases the first by path.</summary>
    public IReadOnlyList<TableFact> Tables() =>
        [.. models.Where(m => m.Draft.Entities.Count > 0).OrderBy(m => m.Path, StringComparer.Ordinal).SelectMany(m => Snapshot(m.Path, m.Draft.Entities))
            .Concat(Replayed())
            .DistinctBy(t => t.FullName, StringComparer.OrdinalIgnoreCase)];

    public IReadOnlyList<MigrationFact> Migrations() =>
        [.. Ordered().Select(m =>
            new MigrationFact(m.Path, m.Draft.Migration, "both", m.Draft.Migration.Length == 14 ? MigrationName.EfCore : FluentMigrator))];

    private IEnumerable<(string Path, ModelDraft Draft)> Ordered() => models
        .Where(m => m.Draft.Migration.Length > 0)
        .Order(Comparer<(string Path, ModelDraft Draft)>.Create((a, b) =>
            MigrationName.CompareOrder(a.Draft.Migration, b.Draft.Migration) is var order and not 0 ? order : string.CompareOrdinal(a.Path, b.Path)));

    private IEnumerable<TableFact> Snapshot(string path, IReadOnlyList<EntityDraft> entities)
    {
        var byType = entities.ToDictionary(e => e.Type, StringComparer.Ordinal);
        var tables = entities.Where(e => e.Table.Length > 0).ToList();
        foreach (var entity in tables)
        {
            // Derived entities and owned ones live in the table of their base.
            yield return Table(path, entity, [entity, .. entities.Where(e => e != entity && Root(e, byType) == entity.Type)], byType);
        }
    }

    private static string Root(EntityDraft entity, Dictionary<string, EntityDraft> byType)
    {
        for (var hops = 0; hops < 10 && entity.Table.Length == 0 && byType.TryGetValue(entity.Base, out var parent); hops++)
        {
            entity = parent;
        }

        return entity.Type;
    }

    private TableFact Table(string path, EntityDraft entity, List<EntityDraft> all, Dictionary<string, EntityDraft> byType)
    {
        var type = types.GetValueOrDefault(entity.Type);
        var names = all.SelectMany(e => e.Properties)
            .DistinctBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(p => p.Name, p => p.Column.Name, StringComparer.Ordinal);
        return new TableFact
        {
            Schema = entity.Schema.Length == 0 ? "public" : entity.Schema,
            Name = entity.Table,
            Columns = [.. all.SelectMany(e => e.Properties)
                .Select(p => entity.Key.Contains(p.Name, StringComparer.Ordinal) ? p.Column with { Nullable = false } : p.Column)
                .DistinctBy(c => c.Name, StringComparer.OrdinalIgnoreCase)],
            IsView = entity.IsView,
            PrimaryKey = Named(entity.Key, names),
            ForeignKeys = [.. all.SelectMany(e => e.References).Select(r => Key(r, names, byType)).OfType<ForeignKeyFact>()],
            Indexes = [.. all.SelectMany(e => e.Indexes)
                .Select(i => i with
                {
                    Name = i.Name.Length > 0 ? i.Name : $"IX_{entity.Table}_{string.Join('_', Named(i.Columns, names))}",
                    Columns = Named(i.Columns, names),
                })
                .OrderBy(i => i.Name, StringComparer.Ordinal)],
            File = type?.File ?? path,
            Line = type?.Line ?? 1,
            EntityType = type?.Name,
        };
    }

    private static ForeignKeyFact? Key(ForeignKeyFact reference, Dictionary<string, string> names, Dictionary<string, EntityDraft> byType) =>
        byType.TryGetValue(reference.Table, out var other) && other.Table.Length > 0
            ? new ForeignKeyFact(
                Named(reference.Columns, names),
                other.Schema is "" or "public" ? other.Table : $"{other.Schema}.{other.Table}",
                reference.References.Count > 0 ? reference.References : other.Key)
            : null;

    private static IReadOnlyList<string> Named(IReadOnlyList<string> properties, Dictionary<string, string> names) =>
        [.. properties.Select(p => names.GetValueOrDefault(p, p))];

    private IEnumerable<TableFact> Replayed()
    {
        var tables = new Dictionary<string, TableDraft>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, draft) in Ordered())
        {
            foreach (var step in draft.Steps)
            {
                StepReplay.Apply(tables, step, path);
            }
        }

        return tables.Values.Select(t => t.Fact()).Select(t => t with { EntityType = Entity(t.Name) });
    }

    /// <summary>Models of FluentMigrator are no entities of a model: only their name tells which type a row is.</summary>
    private string? Entity(string table)
    {
        var one = Nouns.Singular(table.ToLowerInvariant());
        return types.Values.Where(t => t.Kind is "class" or "record" && t.Name.Equals(one, StringComparison.OrdinalIgnoreCase))
            .Select(t => t.Name)
            .FirstOrDefault();
    }
}
