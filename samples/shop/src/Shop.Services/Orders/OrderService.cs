using Shop.Domain.Orders;
using Shop.Services.Customers;
using Shop.Services.Inventory;
using Shop.Services.Pricing;

namespace Shop.Services.Orders;

public sealed class OrderService(
    IOrderRepository orders,
    ICustomerService customers,
    IPricingService pricing,
    IInventoryService inventory,
    OrderValidator validator,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : IOrderService
{
    public async Task<Order> PlaceAsync(PlaceOrderRequest request, CancellationToken cancellationToken)
    {
        validator.Validate(request);
        var customer = await customers.GetAsync(request.CustomerId, cancellationToken);
        var quote = await pricing.QuoteAsync(customer.LoyaltyTier, request.Lines, cancellationToken);
        var now = clock.GetUtcNow();
        var order = new Order
        {
            CustomerId = customer.Id,
            Currency = quote.Currency,
            DiscountPercent = quote.DiscountPercent,
            Items = quote.Items,
            PlacedAt = now,
            UpdatedAt = now,
        };

        return await unitOfWork.InTransactionAsync(
            async () =>
            {
                await inventory.ReserveAsync(order.Items, cancellationToken);
                return await orders.AddAsync(order, cancellationToken);
            },
            cancellationToken);
    }

    public async Task<Order> GetAsync(long orderId, CancellationToken cancellationToken) =>
        await orders.FindAsync(orderId, cancellationToken) ?? throw new ResourceNotFoundException("Order", orderId);

    public Task<IReadOnlyList<OrderSummary>> ListAsync(
        long customerId, int page, int pageSize, CancellationToken cancellationToken)
    {
        var paging = Paging.From(page, pageSize);
        return orders.ListByCustomerAsync(customerId, paging.Offset, paging.Limit, cancellationToken);
    }

    public Task<Order> CancelAsync(long orderId, CancellationToken cancellationToken) =>
        unitOfWork.InTransactionAsync(
            async () =>
            {
                var order = await orders.FindForUpdateAsync(orderId, cancellationToken)
                    ?? throw new ResourceNotFoundException("Order", orderId);
                var cancelled = order.Cancel(clock.GetUtcNow());
                await inventory.ReleaseAsync(order.Items, cancellationToken);
                await orders.UpdateStatusAsync(cancelled, cancellationToken);
                return cancelled;
            },
            cancellationToken);
}
