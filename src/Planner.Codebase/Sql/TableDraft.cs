using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Sql;

/// <summary>A table while scripts are replayed.</summary>
internal sealed class TableDraft(SqlTableName name, string file, int line, bool isView)
{
    public SqlTableName Name { get; set; } = name;

    public List<ColumnFact> Columns { get; } = [];

    public List<string> PrimaryKey { get; } = [];

    public List<(string Constraint, ForeignKeyFact Key)> ForeignKeys { get; } = [];

    public List<IndexFact> Indexes { get; } = [];

    public List<(string Constraint, string Text)> Checks { get; } = [];

    public void Change(string column, Func<ColumnFact, ColumnFact> change)
    {
        var at = Columns.FindIndex(c => Same(c.Name, column));
        if (at >= 0)
        {
            Columns[at] = change(Columns[at]);
        }
    }

    public void DropColumn(string column)
    {
        Columns.RemoveAll(c => Same(c.Name, column));
        PrimaryKey.RemoveAll(c => Same(c, column));
        ForeignKeys.RemoveAll(f => f.Key.Columns.Any(c => Same(c, column)));
        Indexes.RemoveAll(i => i.Columns.Any(c => Same(c, column)));
    }

    public void RenameColumn(string from, string to)
    {
        Change(from, c => c with { Name = to });
        Rename(PrimaryKey, from, to);
        for (var i = 0; i < ForeignKeys.Count; i++)
        {
            var (constraint, key) = ForeignKeys[i];
            ForeignKeys[i] = (constraint, key with { Columns = Renamed(key.Columns, from, to) });
        }

        for (var i = 0; i < Indexes.Count; i++)
        {
            Indexes[i] = Indexes[i] with { Columns = Renamed(Indexes[i].Columns, from, to) };
        }
    }

    public void DropConstraint(string constraint)
    {
        ForeignKeys.RemoveAll(f => Same(f.Constraint, constraint));
        Checks.RemoveAll(c => Same(c.Constraint, constraint));
        Indexes.RemoveAll(i => Same(i.Name, constraint));
        if (Same(constraint, $"{Name.Name}_pkey"))
        {
            PrimaryKey.Clear();
        }
    }

    public TableFact Fact() => new()
    {
        Schema = Name.Schema,
        Name = Name.Name,
        Columns = [.. Columns.Select(c => PrimaryKey.Contains(c.Name, StringComparer.OrdinalIgnoreCase) ? c with { Nullable = false } : c)],
        IsView = isView,
        PrimaryKey = [.. PrimaryKey],
        ForeignKeys = [.. ForeignKeys.Select(f => f.Key)],
        Indexes = [.. Indexes.OrderBy(i => i.Name, StringComparer.Ordinal)],
        Checks = [.. Checks.Select(c => c.Text)],
        File = file,
        Line = line,
    };

    public static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static List<string> Renamed(IReadOnlyList<string> columns, string from, string to) =>
        [.. columns.Select(c => Same(c, from) ? to : c)];

    private static void Rename(List<string> columns, string from, string to)
    {
        var at = columns.FindIndex(c => Same(c, from));
        if (at >= 0)
        {
            columns[at] = to;
        }
    }
}
