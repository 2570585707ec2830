using Npgsql;
using Shop.Data.Connections;

namespace Shop.Etl.Sales;

public sealed class SalesExtractor(IConnectionFactory connections) : ISalesExtractor
{
    private const string SelectDates = """
        SELECT DISTINCT (placed_at AT TIME ZONE 'UTC')::date AS sale_date
        FROM orders
        WHERE updated_at > @after AND updated_at <= @until
        ORDER BY sale_date
        """;

    private const string SelectLines = """
        SELECT o.id, i.product_id, o.currency, i.quantity, i.line_total
        FROM orders o
        JOIN order_items i ON i.order_id = o.id
        WHERE o.placed_at >= @from AND o.placed_at < @to
          AND o.status IN ('paid', 'shipped', 'delivered')
        """;

    public async Task<IReadOnlyList<DateOnly>> ChangedDatesAsync(
        DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(SelectDates, connection);
        command.Parameters.AddWithValue("after", after);
        command.Parameters.AddWithValue("until", until);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var dates = new List<DateOnly>();
        while (await reader.ReadAsync(cancellationToken))
        {
            dates.Add(reader.GetFieldValue<DateOnly>(0));
        }

        return dates;
    }

    public async Task<IReadOnlyList<SalesLine>> ReadDayAsync(DateOnly saleDate, CancellationToken cancellationToken)
    {
        var from = new DateTimeOffset(saleDate, TimeOnly.MinValue, TimeSpan.Zero);
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(SelectLines, connection);
        command.Parameters.AddWithValue("from", from);
        command.Parameters.AddWithValue("to", from.AddDays(1));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<SalesLine>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(new SalesLine(
                reader.GetInt64(0),
                reader.GetInt64(1),
                reader.GetString(2),
                saleDate,
                reader.GetInt32(3),
                reader.GetDecimal(4)));
        }

        return lines;
    }
}
