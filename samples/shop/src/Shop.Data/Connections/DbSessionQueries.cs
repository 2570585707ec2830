using Npgsql;

namespace Shop.Data.Connections;

internal static class DbSessionQueries
{
    public static async Task<int> ExecuteAsync(
        this DbSession session, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = await session.CommandAsync(sql, cancellationToken, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The single value of a statement that always returns a row, such as <c>INSERT … RETURNING id</c>.</summary>
    public static async Task<long> InsertAsync(
        this DbSession session, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = await session.CommandAsync(sql, cancellationToken, parameters);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public static async Task<List<T>> QueryAsync<T>(
        this DbSession session,
        string sql,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken,
        params NpgsqlParameter[] parameters)
    {
        await using var command = await session.CommandAsync(sql, cancellationToken, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static async Task<T?> QuerySingleAsync<T>(
        this DbSession session,
        string sql,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken,
        params NpgsqlParameter[] parameters)
        where T : class
    {
        var rows = await session.QueryAsync(sql, read, cancellationToken, parameters);
        return rows.SingleOrDefault();
    }
}
