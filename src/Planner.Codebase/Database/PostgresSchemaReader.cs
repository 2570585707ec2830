using Npgsql;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Database;

/// <summary>
/// Reads tables, views, keys, indexes and checks of a PostgreSQL database from its catalog, in one read-only
/// transaction. It reads no data, and what it throws names no host, user or password.
/// </summary>
public sealed class PostgresSchemaReader : ISchemaReader
{
    private const int TimeoutSeconds = 15;
    private readonly string connectionString;

    /// <summary>A reader of one database.</summary>
    /// <exception cref="DatabaseUnreadableException">The connection string cannot be understood.</exception>
    public PostgresSchemaReader(string connectionString)
    {
        try
        {
            this.connectionString = new NpgsqlConnectionStringBuilder(connectionString)
            {
                Timeout = TimeoutSeconds,
                CommandTimeout = TimeoutSeconds,
                Pooling = false,
                IncludeErrorDetail = false,
                ApplicationName = "planner",
            }.ConnectionString;
        }
        catch (ArgumentException)
        {
            // The inner exception may quote the string, which holds a password.
            throw new DatabaseUnreadableException(
                "The connection string cannot be understood: write it like Host=…;Database=…;Username=…;Password=….", retryHelps: false);
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<TableFact>> Read(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
            await Execute(connection, "SET TRANSACTION READ ONLY", cancellation);
            return await new CatalogQueries(connection).Tables(cancellation);
        }
        catch (PostgresException e)
        {
            throw new DatabaseUnreadableException(
                $"The database refused (SQLSTATE {e.SqlState}): check user, password, database and permissions.",
                e.IsTransient);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new DatabaseUnreadableException("The database cannot be reached: check host, port and network.", retryHelps: true);
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
