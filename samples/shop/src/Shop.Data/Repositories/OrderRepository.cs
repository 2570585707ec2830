using Npgsql;
using Shop.Data.Connections;
using Shop.Domain;
using Shop.Domain.Orders;
using Shop.Services.Orders;

namespace Shop.Data.Repositories;

public sealed class OrderRepository(DbSession session) : IOrderRepository
{
    private const string InsertOrder = """
        INSERT INTO orders (customer_id, status, currency, discount_percent, placed_at, updated_at)
        VALUES (@customer_id, @status, @currency, @discount_percent, @placed_at, @updated_at)
        RETURNING id
        """;

    private const string InsertItem = """
        INSERT INTO order_items (order_id, product_id, quantity, unit_price, line_total)
        VALUES (@order_id, @product_id, @quantity, @unit_price, @line_total)
        RETURNING id
        """;

    private const string SelectOrder = """
        SELECT id, customer_id, status, currency, discount_percent, placed_at, delivered_at, updated_at
        FROM orders
        WHERE id = @id
        """;

    private const string SelectItems = """
        SELECT id, product_id, quantity, unit_price, line_total
        FROM order_items
        WHERE order_id = @order_id
        ORDER BY id
        """;

    private const string UpdateStatus = """
        UPDATE orders
        SET status = @status, delivered_at = @delivered_at, updated_at = @updated_at
        WHERE id = @id
        """;

    private const string SelectSummaries = """
        SELECT order_id, customer_id, status, placed_at, item_count, total_amount, currency
        FROM order_summaries
        WHERE customer_id = @customer_id
        ORDER BY placed_at DESC, order_id DESC
        OFFSET @offset LIMIT @limit
        """;

    public Task<Order> AddAsync(Order order, CancellationToken cancellationToken) =>
        session.InTransactionAsync(
            async () =>
            {
                var orderId = await InsertOrderAsync(order, cancellationToken);
                var items = new List<OrderItem>(order.Items.Count);
                foreach (var item in order.Items)
                {
                    items.Add(item with { Id = await InsertItemAsync(orderId, item, cancellationToken) });
                }

                return order with { Id = orderId, Items = items };
            },
            cancellationToken);

    public Task<Order?> FindAsync(long orderId, CancellationToken cancellationToken) =>
        FindAsync(SelectOrder, orderId, cancellationToken);

    public Task<Order?> FindForUpdateAsync(long orderId, CancellationToken cancellationToken) =>
        FindAsync(SelectOrder + "\nFOR UPDATE", orderId, cancellationToken);

    public Task UpdateStatusAsync(Order order, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            UpdateStatus,
            cancellationToken,
            new NpgsqlParameter("id", order.Id),
            new NpgsqlParameter("status", DbText.Of(order.Status)),
            new NpgsqlParameter("delivered_at", (object?)order.DeliveredAt ?? DBNull.Value),
            new NpgsqlParameter("updated_at", order.UpdatedAt));

    public async Task<IReadOnlyList<OrderSummary>> ListByCustomerAsync(
        long customerId, int offset, int limit, CancellationToken cancellationToken) =>
        await session.QueryAsync(
            SelectSummaries,
            row => new OrderSummary(
                row.GetInt64(0),
                row.GetInt64(1),
                DbText.Parse<OrderStatus>(row.GetString(2)),
                row.GetFieldValue<DateTimeOffset>(3),
                (int)row.GetInt64(4),
                new Money(row.GetDecimal(5), row.GetString(6))),
            cancellationToken,
            new NpgsqlParameter("customer_id", customerId),
            new NpgsqlParameter("offset", offset),
            new NpgsqlParameter("limit", limit));

    private async Task<Order?> FindAsync(string sql, long orderId, CancellationToken cancellationToken)
    {
        var order = await session.QuerySingleAsync(sql, ReadOrder, cancellationToken, new NpgsqlParameter("id", orderId));
        return order is null
            ? null
            : order with
            {
                Items = await session.QueryAsync(
                    SelectItems, ReadItem, cancellationToken, new NpgsqlParameter("order_id", orderId)),
            };
    }

    private Task<long> InsertOrderAsync(Order order, CancellationToken cancellationToken) =>
        session.InsertAsync(
            InsertOrder,
            cancellationToken,
            new NpgsqlParameter("customer_id", order.CustomerId),
            new NpgsqlParameter("status", DbText.Of(order.Status)),
            new NpgsqlParameter("currency", order.Currency),
            new NpgsqlParameter("discount_percent", order.DiscountPercent),
            new NpgsqlParameter("placed_at", order.PlacedAt),
            new NpgsqlParameter("updated_at", order.UpdatedAt));

    private Task<long> InsertItemAsync(long orderId, OrderItem item, CancellationToken cancellationToken) =>
        session.InsertAsync(
            InsertItem,
            cancellationToken,
            new NpgsqlParameter("order_id", orderId),
            new NpgsqlParameter("product_id", item.ProductId),
            new NpgsqlParameter("quantity", item.Quantity),
            new NpgsqlParameter("unit_price", item.UnitPrice),
            new NpgsqlParameter("line_total", item.LineTotal));

    private static Order ReadOrder(NpgsqlDataReader row) => new()
    {
        Id = row.GetInt64(0),
        CustomerId = row.GetInt64(1),
        Status = DbText.Parse<OrderStatus>(row.GetString(2)),
        Currency = row.GetString(3),
        DiscountPercent = row.GetDecimal(4),
        PlacedAt = row.GetFieldValue<DateTimeOffset>(5),
        DeliveredAt = row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6),
        UpdatedAt = row.GetFieldValue<DateTimeOffset>(7),
        Items = [],
    };

    private static OrderItem ReadItem(NpgsqlDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetDecimal(3), row.GetDecimal(4));
}
