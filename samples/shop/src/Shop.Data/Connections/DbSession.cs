using Npgsql;
using Shop.Services;

namespace Shop.Data.Connections;

/// <summary>The one connection of a request, opened on first use, and its transaction. Not for parallel use.</summary>
public sealed class DbSession(IConnectionFactory connections) : IUnitOfWork, IAsyncDisposable
{
    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _transaction;

    public async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (_transaction is not null)
        {
            return await work();
        }

        var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        _transaction = transaction;
        try
        {
            var result = await work();
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>A command on the session's connection and transaction.</summary>
    internal async Task<NpgsqlCommand> CommandAsync(
        string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, await OpenAsync(cancellationToken), _transaction);
        command.Parameters.AddRange(parameters);
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        _connection ??= await connections.OpenAsync(cancellationToken);
}
