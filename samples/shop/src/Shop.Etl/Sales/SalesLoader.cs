using Npgsql;
using NpgsqlTypes;
using Shop.Data.Connections;

namespace Shop.Etl.Sales;

public sealed class SalesLoader(IConnectionFactory connections, TimeProvider clock) : ISalesLoader
{
    private const string DeleteDay = "DELETE FROM reporting.daily_sales WHERE sale_date = @sale_date";

    private const string CopyRows = """
        COPY reporting.daily_sales
          (sale_date, product_id, currency, orders_count, units_sold, net_amount, refreshed_at)
        FROM STDIN (FORMAT BINARY)
        """;

    public async Task ReplaceDayAsync(
        DateOnly saleDate, IReadOnlyList<DailySales> rows, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var delete = new NpgsqlCommand(DeleteDay, connection, transaction))
        {
            delete.Parameters.AddWithValue("sale_date", saleDate);
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }

        await CopyAsync(connection, rows, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task CopyAsync(
        NpgsqlConnection connection, IReadOnlyList<DailySales> rows, CancellationToken cancellationToken)
    {
        var refreshedAt = clock.GetUtcNow();
        await using var import = await connection.BeginBinaryImportAsync(CopyRows, cancellationToken);
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancellationToken);
            await import.WriteAsync(row.SaleDate, NpgsqlDbType.Date, cancellationToken);
            await import.WriteAsync(row.ProductId, NpgsqlDbType.Bigint, cancellationToken);
            await import.WriteAsync(row.Currency, NpgsqlDbType.Char, cancellationToken);
            await import.WriteAsync(row.OrdersCount, NpgsqlDbType.Integer, cancellationToken);
            await import.WriteAsync(row.UnitsSold, NpgsqlDbType.Integer, cancellationToken);
            await import.WriteAsync(row.NetAmount, NpgsqlDbType.Numeric, cancellationToken);
            await import.WriteAsync(refreshedAt, NpgsqlDbType.TimestampTz, cancellationToken);
        }

        await import.CompleteAsync(cancellationToken);
    }
}
