using Npgsql;
using Shop.Data.Connections;

namespace Shop.Data.Migrations;

/// <summary>
/// Applies and undoes migrations, each in a transaction of its own with its row in <c>schema_migrations</c>. An
/// advisory lock keeps two runners apart.
/// </summary>
public sealed class MigrationRunner(IConnectionFactory connections)
{
    private const long LockKey = 7_203_114;

    private const string CreateHistory = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
          number     integer PRIMARY KEY,
          name       text NOT NULL,
          applied_at timestamptz NOT NULL DEFAULT now()
        )
        """;

    /// <summary>Applies what is missing, in order, and returns the names.</summary>
    public Task<IReadOnlyList<string>> UpAsync(
        IReadOnlyList<Migration> migrations, CancellationToken cancellationToken) =>
        RunAsync(
            applied => migrations.Where(migration => !applied.Contains(migration.Number)),
            migration => migration.UpSql,
            "INSERT INTO schema_migrations (number, name) VALUES ($1, $2)",
            cancellationToken);

    /// <summary>Undoes the newest <paramref name="count"/> applied migrations and returns the names.</summary>
    public Task<IReadOnlyList<string>> DownAsync(
        IReadOnlyList<Migration> migrations, int count, CancellationToken cancellationToken) =>
        RunAsync(
            applied => migrations.Where(migration => applied.Contains(migration.Number))
                .OrderByDescending(migration => migration.Number)
                .Take(count),
            migration => migration.DownSql,
            "DELETE FROM schema_migrations WHERE number = $1 AND name = $2",
            cancellationToken);

    private async Task<IReadOnlyList<string>> RunAsync(
        Func<HashSet<int>, IEnumerable<Migration>> select,
        Func<Migration, string> script,
        string history,
        CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({LockKey})", cancellationToken);
        await ExecuteAsync(connection, CreateHistory, cancellationToken);
        var done = new List<string>();
        foreach (var migration in select(await AppliedAsync(connection, cancellationToken)).ToList())
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, script(migration), cancellationToken);
            await ExecuteAsync(connection, history, cancellationToken, migration.Number, migration.Name);
            await transaction.CommitAsync(cancellationToken);
            done.Add(migration.Name);
        }

        await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({LockKey})", cancellationToken);
        return done;
    }

    private static async Task<HashSet<int>> AppliedAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT number FROM schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new HashSet<int>();
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetInt32(0));
        }

        return applied;
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
