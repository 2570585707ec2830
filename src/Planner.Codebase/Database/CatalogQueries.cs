using Npgsql;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Database;

/// <summary>The catalog, read in three queries and put together by table.</summary>
internal sealed class CatalogQueries(NpgsqlConnection connection)
{
    public async Task<IReadOnlyList<TableFact>> Tables(CancellationToken cancellation)
    {
        var columns = await Rows(CatalogSql.Columns, r => new ColumnRow(Table(r), r.GetChar(2) is 'v' or 'm', Column(r)), cancellation);
        var constraints = (await Rows(CatalogSql.Constraints, Constraint, cancellation)).ToLookup(c => c.Table);
        var indexes = (await Rows(CatalogSql.Indexes, r => (Table: Table(r), Index: Index(r)), cancellation)).ToLookup(i => i.Table, i => i.Index);
        return [.. columns.GroupBy(c => c.Table).Select(g => Put(g.Key, [.. g], [.. constraints[g.Key]], [.. indexes[g.Key]]))];
    }

    private static TableFact Put(TableName name, List<ColumnRow> columns, List<ConstraintRow> constraints, List<IndexFact> indexes) => new()
    {
        Schema = name.Schema,
        Name = name.Name,
        IsView = columns[0].IsView,
        Columns = [.. columns.Select(c => c.Column)],
        PrimaryKey = constraints.Find(c => c.Kind == 'p')?.Columns ?? [],
        ForeignKeys = [.. constraints.Where(c => c.Kind == 'f').Select(c => new ForeignKeyFact(c.Columns, c.Target, c.TargetColumns))],
        Checks = [.. constraints.Where(c => c.Kind == 'c').Select(c => c.Definition)],
        Indexes = indexes,
    };

    private static TableName Table(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1));

    private static ColumnFact Column(NpgsqlDataReader row) =>
        new(row.GetString(3), row.GetString(4), !row.GetBoolean(5), row.IsDBNull(6) ? null : row.GetString(6));

    private static IndexFact Index(NpgsqlDataReader row) => new(row.GetString(2), row.GetFieldValue<string[]>(3), row.GetBoolean(4));

    private static ConstraintRow Constraint(NpgsqlDataReader row) => new(
        Table(row), row.GetChar(2), row.GetFieldValue<string[]>(3), row.GetString(4), row.GetFieldValue<string[]>(5), row.GetString(6));

    private async Task<List<T>> Rows<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private sealed record TableName(string Schema, string Name);

    private sealed record ColumnRow(TableName Table, bool IsView, ColumnFact Column);

    private sealed record ConstraintRow(
        TableName Table, char Kind, IReadOnlyList<string> Columns, string Target, IReadOnlyList<string> TargetColumns, string Definition);
}
