using Shop.Domain.Inventory;
using Shop.Domain.Orders;

namespace Shop.Services.Inventory;

/// <summary>Keeps stock. Reserving, releasing and shipping join the caller's transaction.</summary>
public interface IInventoryService
{
    Task<StockLevel> GetAsync(long productId, CancellationToken cancellationToken);

    /// <exception cref="RequestInvalidException">Fewer units than are reserved.</exception>
    Task<StockLevel> SetOnHandAsync(long productId, int onHand, CancellationToken cancellationToken);

    /// <exception cref="InsufficientStockException">A product has fewer units than asked for.</exception>
    Task ReserveAsync(IReadOnlyList<OrderItem> items, CancellationToken cancellationToken);

    Task ReleaseAsync(IReadOnlyList<OrderItem> items, CancellationToken cancellationToken);

    /// <summary>Takes reserved units out of the warehouse.</summary>
    Task ShipAsync(IReadOnlyList<OrderItem> items, CancellationToken cancellationToken);
}
