using Shop.Domain.Inventory;

namespace Shop.Services.Inventory;

public interface IInventoryRepository
{
    Task<StockLevel?> FindAsync(long productId, CancellationToken cancellationToken);

    /// <summary>False when fewer units are given than are reserved.</summary>
    Task<bool> TrySetOnHandAsync(long productId, int onHand, CancellationToken cancellationToken);

    /// <summary>False when fewer units are available than asked for; then nothing changes.</summary>
    Task<bool> TryReserveAsync(long productId, int quantity, CancellationToken cancellationToken);

    Task ReleaseAsync(long productId, int quantity, CancellationToken cancellationToken);

    Task ShipAsync(long productId, int quantity, CancellationToken cancellationToken);
}
