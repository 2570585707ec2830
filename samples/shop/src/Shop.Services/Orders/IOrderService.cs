using Shop.Domain.Orders;

namespace Shop.Services.Orders;

public interface IOrderService
{
    /// <summary>Prices the lines, reserves the stock and stores the order, all or nothing.</summary>
    /// <exception cref="RequestInvalidException">The request breaks a rule of <see cref="OrderValidator"/>.</exception>
    /// <exception cref="Inventory.InsufficientStockException">A product has too few units.</exception>
    Task<Order> PlaceAsync(PlaceOrderRequest request, CancellationToken cancellationToken);

    /// <exception cref="ResourceNotFoundException">No such order.</exception>
    Task<Order> GetAsync(long orderId, CancellationToken cancellationToken);

    /// <summary>The orders of a customer, newest first.</summary>
    Task<IReadOnlyList<OrderSummary>> ListAsync(
        long customerId, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>Cancels an order that has not been paid and gives its stock back.</summary>
    /// <exception cref="OrderTransitionException">The order is no longer pending.</exception>
    Task<Order> CancelAsync(long orderId, CancellationToken cancellationToken);
}
