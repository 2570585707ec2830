using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Sql;

/// <summary>A schema while scripts are replayed. What a statement names and no earlier one made is passed over.</summary>
internal sealed class SchemaDraft
{
    private readonly Dictionary<string, TableDraft> tables = new(StringComparer.OrdinalIgnoreCase);

    public void Apply(string file, IEnumerable<SqlStatement> statements)
    {
        foreach (var statement in statements)
        {
            var cursor = new SqlCursor(statement);
            if (cursor.Take("create"))
            {
                CreateReader.Apply(cursor, file, this);
            }
            else if (cursor.Take("alter"))
            {
                AlterReader.Alter(cursor, this);
            }
            else if (cursor.Take("drop"))
            {
                AlterReader.Drop(cursor, this);
            }
        }
    }

    public TableDraft? Find(SqlTableName name) => tables.GetValueOrDefault(Key(name));

    public TableDraft Add(TableDraft table) => tables[Key(table.Name)] = table;

    public void Drop(SqlTableName name) => tables.Remove(Key(name));

    public void DropSchema(string schema)
    {
        foreach (var table in tables.Values.Where(t => TableDraft.Same(t.Name.Schema, schema)).ToList())
        {
            tables.Remove(Key(table.Name));
        }
    }

    public void DropIndex(string index)
    {
        foreach (var table in tables.Values)
        {
            table.Indexes.RemoveAll(i => TableDraft.Same(i.Name, index));
        }
    }

    public void Move(TableDraft table, SqlTableName name)
    {
        var before = table.Name;
        tables.Remove(Key(before));
        table.Name = name;
        tables[Key(name)] = table;
        foreach (var other in tables.Values)
        {
            for (var i = 0; i < other.ForeignKeys.Count; i++)
            {
                var (constraint, key) = other.ForeignKeys[i];
                if (TableDraft.Same(key.Table, FullName(before)))
                {
                    other.ForeignKeys[i] = (constraint, key with { Table = FullName(name) });
                }
            }
        }
    }

    /// <summary>Sorted by schema and name; foreign keys that name no columns refer to the primary key.</summary>
    public IReadOnlyList<TableFact> Facts() =>
        [.. tables.Values.Select(t => Complete(t.Fact())).OrderBy(t => t.Schema, StringComparer.Ordinal).ThenBy(t => t.Name, StringComparer.Ordinal)];

    private TableFact Complete(TableFact table) => table with
    {
        ForeignKeys = [.. table.ForeignKeys.Select(k => k.References.Count > 0 ? k : k with { References = KeyOf(k.Table) })],
    };

    private IReadOnlyList<string> KeyOf(string table) =>
        tables.Values.FirstOrDefault(t => TableDraft.Same(FullName(t.Name), table))?.PrimaryKey.ToArray() ?? [];

    private static string FullName(SqlTableName name) => name.Schema == SqlTableName.DefaultSchema ? name.Name : $"{name.Schema}.{name.Name}";

    private static string Key(SqlTableName name) => $"{name.Schema}.{name.Name}";
}
