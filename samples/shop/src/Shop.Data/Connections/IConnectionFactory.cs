using Npgsql;

namespace Shop.Data.Connections;

public interface IConnectionFactory
{
    /// <summary>An open connection from the pool. The caller disposes it.</summary>
    Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken);
}
