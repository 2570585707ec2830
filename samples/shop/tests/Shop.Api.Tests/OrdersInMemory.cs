using Shop.Domain.Orders;
using Shop.Services;
using Shop.Services.Inventory;
using Shop.Services.Orders;

namespace Shop.Api.Tests;

internal sealed class OrdersInMemory : IOrderService
{
    public const long CustomerId = 7;
    public const long SoldOutProduct = 99;

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly Order order = new()
    {
        Id = 1,
        CustomerId = CustomerId,
        Currency = "EUR",
        Items = [new OrderItem(1, 10, 2, 10m, 20m)],
        PlacedAt = Noon,
        UpdatedAt = Noon,
    };

    public Task<Order> PlaceAsync(PlaceOrderRequest request, CancellationToken cancellationToken)
    {
        new OrderValidator().Validate(request);
        var soldOut = request.Lines.FirstOrDefault(line => line.ProductId == SoldOutProduct);
        return soldOut is null
            ? Task.FromResult(order with { Id = 2, CustomerId = request.CustomerId })
            : throw new InsufficientStockException(soldOut.ProductId, soldOut.Quantity);
    }

    public Task<Order> GetAsync(long orderId, CancellationToken cancellationToken) =>
        orderId == order.Id ? Task.FromResult(order) : throw new ResourceNotFoundException("Order", orderId);

    public Task<IReadOnlyList<OrderSummary>> ListAsync(
        long customerId, int page, int pageSize, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OrderSummary>>(
            [new OrderSummary(order.Id, customerId, order.Status, order.PlacedAt, order.Items.Count, order.Total)]);

    public async Task<Order> CancelAsync(long orderId, CancellationToken cancellationToken) =>
        (await GetAsync(orderId, cancellationToken)).Cancel(Noon);
}
