using Shop.Domain.Orders;
using Shop.Services.Tests.Fakes;

namespace Shop.Services.Tests.Orders;

public sealed class OrderTests
{
    private static readonly DateTimeOffset Later = FixedClock.Noon.AddDays(1);

    [Fact]
    public void MarkDelivered_ShippedOrder_KeepsWhen()
    {
        var delivered = Pending().MarkPaid(Later).MarkShipped(Later).MarkDelivered(Later);

        Assert.Equal(OrderStatus.Delivered, delivered.Status);
        Assert.Equal(Later, delivered.DeliveredAt);
    }

    [Fact]
    public void MarkShipped_UnpaidOrder_IsRefused() =>
        Assert.Throws<OrderTransitionException>(() => Pending().MarkShipped(Later));

    [Fact]
    public void EveryTransition_MovesUpdatedAt() => Assert.Equal(Later, Pending().MarkPaid(Later).UpdatedAt);

    private static Order Pending() => new()
    {
        Id = 1,
        CustomerId = 7,
        Currency = "EUR",
        Items = [new OrderItem(1, 1, 2, 10m, 20m)],
        PlacedAt = FixedClock.Noon,
        UpdatedAt = FixedClock.Noon,
    };
}
