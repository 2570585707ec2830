using Npgsql;
using Shop.Data.Connections;
using Shop.Domain.Shipments;
using Shop.Services.Shipments;

namespace Shop.Data.Repositories;

public sealed class ShipmentRepository(DbSession session) : IShipmentRepository
{
    private const string Insert = """
        INSERT INTO shipments (order_id, carrier, tracking_code, shipped_at)
        VALUES (@order_id, @carrier, @tracking_code, @shipped_at)
        RETURNING id
        """;

    private const string SelectById = """
        SELECT id, order_id, carrier, tracking_code, shipped_at, delivered_at
        FROM shipments
        WHERE id = @id
        """;

    private const string SelectByOrder = """
        SELECT id, order_id, carrier, tracking_code, shipped_at, delivered_at
        FROM shipments
        WHERE order_id = @order_id
        ORDER BY shipped_at, id
        """;

    private const string SetDelivered = "UPDATE shipments SET delivered_at = @delivered_at WHERE id = @id";

    public async Task<Shipment> AddAsync(Shipment shipment, CancellationToken cancellationToken)
    {
        var id = await session.InsertAsync(
            Insert,
            cancellationToken,
            new NpgsqlParameter("order_id", shipment.OrderId),
            new NpgsqlParameter("carrier", shipment.Carrier),
            new NpgsqlParameter("tracking_code", shipment.TrackingCode),
            new NpgsqlParameter("shipped_at", shipment.ShippedAt));
        return shipment with { Id = id };
    }

    public Task<Shipment?> FindAsync(long shipmentId, CancellationToken cancellationToken) =>
        session.QuerySingleAsync(SelectById, Read, cancellationToken, new NpgsqlParameter("id", shipmentId));

    public Task MarkDeliveredAsync(long shipmentId, DateTimeOffset deliveredAt, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            SetDelivered,
            cancellationToken,
            new NpgsqlParameter("id", shipmentId),
            new NpgsqlParameter("delivered_at", deliveredAt));

    public async Task<IReadOnlyList<Shipment>> ListByOrderAsync(long orderId, CancellationToken cancellationToken) =>
        await session.QueryAsync(SelectByOrder, Read, cancellationToken, new NpgsqlParameter("order_id", orderId));

    private static Shipment Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.GetString(2),
        row.GetString(3),
        row.GetFieldValue<DateTimeOffset>(4),
        row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5));
}
