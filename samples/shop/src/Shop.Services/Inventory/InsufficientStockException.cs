namespace Shop.Services.Inventory;

public sealed class InsufficientStockException(long productId, int requested)
    : Exception($"Product {productId} has fewer than {requested} units in stock.")
{
    public long ProductId { get; } = productId;
}
