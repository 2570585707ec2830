using Shop.Domain.Inventory;
using Shop.Domain.Orders;

namespace Shop.Services.Inventory;

public sealed class InventoryService(IInventoryRepository inventory) : IInventoryService
{
    public async Task<StockLevel> GetAsync(long productId, CancellationToken cancellationToken) =>
        await inventory.FindAsync(productId, cancellationToken)
        ?? throw new ResourceNotFoundException("Stock of product", productId);

    public async Task<StockLevel> SetOnHandAsync(long productId, int onHand, CancellationToken cancellationToken)
    {
        await GetAsync(productId, cancellationToken);
        if (onHand < 0 || !await inventory.TrySetOnHandAsync(productId, onHand, cancellationToken))
        {
            throw new RequestInvalidException("onHand", "onHand must be at least the number of reserved units.");
        }

        return await GetAsync(productId, cancellationToken);
    }

    public async Task ReserveAsync(IReadOnlyList<OrderItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in InLockOrder(items))
        {
            if (!await inventory.TryReserveAsync(item.ProductId, item.Quantity, cancellationToken))
            {
                throw new InsufficientStockException(item.ProductId, item.Quantity);
            }
        }
    }

    public async Task ReleaseAsync(IReadOnlyList<OrderItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in InLockOrder(items))
        {
            await inventory.ReleaseAsync(item.ProductId, item.Quantity, cancellationToken);
        }
    }

    public async Task ShipAsync(IReadOnlyList<OrderItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in InLockOrder(items))
        {
            await inventory.ShipAsync(item.ProductId, item.Quantity, cancellationToken);
        }
    }

    // Two orders with the same products must lock the rows in the same order, or they deadlock.
    private static IEnumerable<OrderItem> InLockOrder(IReadOnlyList<OrderItem> items) =>
        items.OrderBy(item => item.ProductId);
}
