using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Planner.Durability;

namespace Planner.Engine.Storage;

/// <summary>The table of runs.</summary>
internal static class RunRows
{
    private const string Columns = "id, workflow, version, status, created, updated, custom, input, output, reason, successor, superseded";

    public static RunInfo? Find(Statements statements, string id) =>
        statements.Query($"SELECT {Columns} FROM runs WHERE id = $0", Read, id).FirstOrDefault();

    public static void Insert(Statements statements, RunChange change)
    {
        var run = change.Run;
        statements.Run("DELETE FROM markers WHERE id = $0", run.InstanceId);
        statements.Run(
            $"INSERT INTO runs({Columns}, wake) VALUES($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            run.InstanceId, run.Workflow, run.StoryVersion, (int)run.Status, run.CreatedAt.UtcTicks, run.UpdatedAt.UtcTicks,
            run.CustomStatus, run.Input, run.Output, run.Reason, run.SucceededBy, run.SupersededBy,
            change.Wake?.UtcTicks);
    }

    public static void Update(Statements statements, RunChange change)
    {
        var run = change.Run;
        statements.Run(
            "UPDATE runs SET status = $1, updated = $2, custom = $3, output = $4, reason = $5, successor = $6, superseded = $7, wake = $8 WHERE id = $0",
            run.InstanceId, (int)run.Status, run.UpdatedAt.UtcTicks, run.CustomStatus, run.Output, run.Reason, run.SucceededBy, run.SupersededBy,
            change.Wake?.UtcTicks);
        if (change.IsReset)
        {
            statements.Run("UPDATE runs SET input = $1 WHERE id = $0", run.InstanceId, run.Input);
        }
    }

    public static List<UnfinishedRun> Unfinished(Statements statements) => statements.Query(
        "SELECT id, workflow, version, wake FROM runs WHERE status < 3 ORDER BY created, id",
        row => new UnfinishedRun(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : Time(row, 3)));

    public static RunPage List(Statements statements, RunQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.PageSize, 1000, nameof(query));
        var (sql, values) = Compose(query);
        var rows = statements.Query(sql, Read, values);
        if (rows.Count <= query.PageSize)
        {
            return new RunPage(rows, null);
        }

        rows.RemoveAt(query.PageSize);
        return new RunPage(rows, Cursor(rows[^1]));
    }

    private static (string Sql, object?[] Values) Compose(RunQuery query)
    {
        List<object?> values = [];
        var where = new StringBuilder("1 = 1");
        if (query.Statuses is { Count: > 0 } statuses)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND status IN ({string.Join(',', statuses.Select(status => (int)status).Order())})");
        }

        if (!string.IsNullOrEmpty(query.IdPrefix))
        {
            var prefix = Add(query.IdPrefix);
            where.Append(CultureInfo.InvariantCulture, $" AND substr(id, 1, length(${prefix})) = ${prefix}");
        }

        if (query.CreatedBefore is { } before)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND created < ${Add(before.UtcTicks)}");
        }

        if (query.Cursor is not null)
        {
            var (created, id) = ParseCursor(query.Cursor);
            where.Append(CultureInfo.InvariantCulture, $" AND (created, id) < (${Add(created)}, ${Add(id)})");
        }

        return ($"SELECT {Columns} FROM runs WHERE {where} ORDER BY created DESC, id DESC LIMIT ${Add(query.PageSize + 1)}", [.. values]);

        int Add(object value)
        {
            values.Add(value);
            return values.Count - 1;
        }
    }

    private static string Cursor(RunInfo last) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{last.CreatedAt.UtcTicks} {last.InstanceId}"));

    private static (long Created, string Id) ParseCursor(string cursor)
    {
        var bytes = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(' ', 2) is [var created, var id]
            && long.TryParse(created, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
        {
            return (ticks, id);
        }

        throw new ArgumentException("The cursor is not one that a page returned.", nameof(cursor));
    }

    private static RunInfo Read(SqliteDataReader row) => new()
    {
        InstanceId = row.GetString(0),
        Workflow = row.GetString(1),
        StoryVersion = row.GetString(2),
        Status = (RunStatus)row.GetInt32(3),
        CreatedAt = Time(row, 4),
        UpdatedAt = Time(row, 5),
        CustomStatus = Text(row, 6),
        Input = Text(row, 7),
        Output = Text(row, 8),
        Reason = Text(row, 9),
        SucceededBy = Text(row, 10),
        SupersededBy = Text(row, 11),
    };

    private static DateTimeOffset Time(SqliteDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
