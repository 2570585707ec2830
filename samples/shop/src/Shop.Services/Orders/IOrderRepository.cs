using Shop.Domain.Orders;

namespace Shop.Services.Orders;

public interface IOrderRepository
{
    /// <summary>Stores the order and its items; the result has their ids.</summary>
    Task<Order> AddAsync(Order order, CancellationToken cancellationToken);

    Task<Order?> FindAsync(long orderId, CancellationToken cancellationToken);

    /// <summary>Like <see cref="FindAsync"/>, and locks the row until the transaction ends.</summary>
    Task<Order?> FindForUpdateAsync(long orderId, CancellationToken cancellationToken);

    Task UpdateStatusAsync(Order order, CancellationToken cancellationToken);

    Task<IReadOnlyList<OrderSummary>> ListByCustomerAsync(
        long customerId, int offset, int limit, CancellationToken cancellationToken);
}
