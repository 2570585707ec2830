using Npgsql;
using Shop.Data.Connections;
using Shop.Domain.Inventory;
using Shop.Services.Inventory;

namespace Shop.Data.Repositories;

public sealed class InventoryRepository(DbSession session) : IInventoryRepository
{
    private const string Select = "SELECT product_id, on_hand, reserved FROM inventory WHERE product_id = @product_id";

    private const string SetOnHand = """
        UPDATE inventory
        SET on_hand = @quantity, updated_at = now()
        WHERE product_id = @product_id AND reserved <= @quantity
        """;

    private const string Reserve = """
        UPDATE inventory
        SET reserved = reserved + @quantity, updated_at = now()
        WHERE product_id = @product_id AND on_hand - reserved >= @quantity
        """;

    private const string Release = """
        UPDATE inventory
        SET reserved = reserved - @quantity, updated_at = now()
        WHERE product_id = @product_id
        """;

    private const string Ship = """
        UPDATE inventory
        SET on_hand = on_hand - @quantity, reserved = reserved - @quantity, updated_at = now()
        WHERE product_id = @product_id
        """;

    public Task<StockLevel?> FindAsync(long productId, CancellationToken cancellationToken) =>
        session.QuerySingleAsync(
            Select,
            row => new StockLevel(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2)),
            cancellationToken,
            new NpgsqlParameter("product_id", productId));

    public async Task<bool> TrySetOnHandAsync(long productId, int onHand, CancellationToken cancellationToken) =>
        await UpdateAsync(SetOnHand, productId, onHand, cancellationToken) == 1;

    public async Task<bool> TryReserveAsync(long productId, int quantity, CancellationToken cancellationToken) =>
        await UpdateAsync(Reserve, productId, quantity, cancellationToken) == 1;

    public Task ReleaseAsync(long productId, int quantity, CancellationToken cancellationToken) =>
        UpdateAsync(Release, productId, quantity, cancellationToken);

    public Task ShipAsync(long productId, int quantity, CancellationToken cancellationToken) =>
        UpdateAsync(Ship, productId, quantity, cancellationToken);

    private Task<int> UpdateAsync(string sql, long productId, int quantity, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            sql,
            cancellationToken,
            new NpgsqlParameter("product_id", productId),
            new NpgsqlParameter("quantity", quantity));
}
