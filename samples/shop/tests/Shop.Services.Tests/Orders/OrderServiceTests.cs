using Shop.Domain.Customers;
using Shop.Domain.Orders;
using Shop.Services.Customers;
using Shop.Services.Inventory;
using Shop.Services.Orders;
using Shop.Services.Pricing;
using Shop.Services.Tests.Fakes;

namespace Shop.Services.Tests.Orders;

public sealed class OrderServiceTests
{
    private readonly InMemoryShop shop = new InMemoryShop()
        .WithCustomer(7, LoyaltyTier.Gold)
        .WithProduct(1, 20.00m, 10)
        .WithProduct(2, 5.00m, 1);

    [Fact]
    public async Task Place_EnoughStock_ReservesIt()
    {
        var order = await Orders().PlaceAsync(Request((1, 3)), default);

        Assert.Equal(OrderStatus.Pending, order.Status);
        Assert.Equal(54.00m, order.Total.Amount);
        Assert.Equal(3, shop.Stock[1].Reserved);
    }

    [Fact]
    public async Task Place_OneProductShort_ReservesNothing()
    {
        await Assert.ThrowsAsync<InsufficientStockException>(() => Orders().PlaceAsync(Request((1, 3), (2, 2)), default));

        Assert.Equal(0, shop.Stock[1].Reserved);
        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task Place_UnknownCustomer_IsNotFound()
    {
        var request = new PlaceOrderRequest(8, [new OrderLineRequest(1, 1)]);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Orders().PlaceAsync(request, default));
    }

    [Fact]
    public async Task Cancel_PendingOrder_GivesTheStockBack()
    {
        var orders = Orders();
        var order = await orders.PlaceAsync(Request((1, 3)), default);

        var cancelled = await orders.CancelAsync(order.Id, default);

        Assert.Equal(OrderStatus.Cancelled, cancelled.Status);
        Assert.Equal(0, shop.Stock[1].Reserved);
    }

    [Fact]
    public async Task Cancel_PaidOrder_IsRefused()
    {
        var orders = Orders();
        var order = await orders.PlaceAsync(Request((1, 3)), default);
        shop.Orders[order.Id] = order.MarkPaid(FixedClock.Noon);

        await Assert.ThrowsAsync<OrderTransitionException>(() => orders.CancelAsync(order.Id, default));
        Assert.Equal(3, shop.Stock[1].Reserved);
    }

    [Fact]
    public async Task List_PageTooLarge_IsRefused() =>
        await Assert.ThrowsAsync<RequestInvalidException>(() => Orders().ListAsync(7, 1, 101, default));

    private static PlaceOrderRequest Request(params (long Product, int Quantity)[] lines) =>
        new(7, [.. lines.Select(line => new OrderLineRequest(line.Product, line.Quantity))]);

    private OrderService Orders()
    {
        var clock = new FixedClock();
        return new OrderService(
            shop,
            new CustomerService(shop, clock),
            new PricingService(shop),
            new InventoryService(shop),
            new OrderValidator(),
            shop,
            clock);
    }
}
