using Npgsql;
using Shop.Services;

namespace Shop.Data.Connections;

/// <summary>The one connection of a request, opened on first use, and its transaction. Not for parallel use.</summary>
public sealed class DbSession(IConnectionFactory connections) : IUnitOfWork, IAsyncDisposable
{
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;

    public async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (this.transaction is not null)
        {
            return await work();
        }

        var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        this.transaction = transaction;
        try
        {
            var result = await work();
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            this.transaction = null;
        }
    }

    /// <summary>A command on the session's connection and transaction.</summary>
    internal async Task<NpgsqlCommand> CommandAsync(
        string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, await OpenAsync(cancellationToken), transaction);
        command.Parameters.AddRange(parameters);
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        connection ??= await connections.OpenAsync(cancellationToken);
}
