using Shop.Domain;
using Shop.Domain.Orders;
using Shop.Services.Payments;
using Shop.Services.Tests.Fakes;

namespace Shop.Services.Tests.Payments;

public sealed class PaymentServiceTests
{
    private readonly InMemoryShop shop = new();
    private readonly ScriptedGateway gateway = new();

    public PaymentServiceTests() => shop.Orders[1] = new Order
    {
        Id = 1,
        CustomerId = 7,
        Currency = "EUR",
        Items = [new OrderItem(1, 1, 2, 10m, 20m)],
        PlacedAt = FixedClock.Noon,
        UpdatedAt = FixedClock.Noon,
    };

    [Fact]
    public async Task Pay_PendingOrder_CapturesItsTotalOnce()
    {
        var payment = await Payments().PayAsync(1, "token", default);

        Assert.Equal(new Money(20m, "EUR"), payment.Amount);
        Assert.Equal("order-1", Assert.Single(gateway.Keys));
        Assert.Equal(OrderStatus.Paid, shop.Orders[1].Status);
    }

    [Fact]
    public async Task Pay_PaidOrder_DoesNotReachTheGateway()
    {
        shop.Orders[1] = shop.Orders[1].MarkPaid(FixedClock.Noon);

        await Assert.ThrowsAsync<OrderTransitionException>(() => Payments().PayAsync(1, "token", default));
        Assert.Empty(gateway.Keys);
    }

    [Fact]
    public async Task Pay_Declined_LeavesTheOrderPending()
    {
        gateway.Declines = true;

        await Assert.ThrowsAsync<PaymentDeclinedException>(() => Payments().PayAsync(1, "token", default));
        Assert.Equal(OrderStatus.Pending, shop.Orders[1].Status);
        Assert.Empty(shop.Payments);
    }

    [Fact]
    public async Task Pay_WithoutToken_IsRefused() =>
        await Assert.ThrowsAsync<RequestInvalidException>(() => Payments().PayAsync(1, " ", default));

    private PaymentService Payments() => new(shop, shop, gateway, shop, new FixedClock());

    private sealed class ScriptedGateway : IPaymentGateway
    {
        public bool Declines { get; set; }
        public List<string> Keys { get; } = [];

        public Task<CaptureResult> CaptureAsync(
            string idempotencyKey, Money amount, string paymentToken, CancellationToken cancellationToken)
        {
            Keys.Add(idempotencyKey);
            return Task.FromResult(new CaptureResult(!Declines, Declines ? "" : "ref-1"));
        }
    }
}
