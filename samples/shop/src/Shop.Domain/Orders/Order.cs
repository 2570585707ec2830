namespace Shop.Domain.Orders;

/// <summary>An order and its lines. Every change of status returns a new value and moves <see cref="UpdatedAt"/>.</summary>
public sealed record Order
{
    public long Id { get; init; }
    public required long CustomerId { get; init; }
    public required string Currency { get; init; }
    public required IReadOnlyList<OrderItem> Items { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public OrderStatus Status { get; init; } = OrderStatus.Pending;
    public decimal DiscountPercent { get; init; }

    public Money Total => new(Items.Sum(item => item.LineTotal), Currency);

    public Order MarkPaid(DateTimeOffset now) => MoveTo(OrderStatus.Paid, now, OrderStatus.Pending);

    public Order MarkShipped(DateTimeOffset now) => MoveTo(OrderStatus.Shipped, now, OrderStatus.Paid);

    public Order MarkDelivered(DateTimeOffset now) =>
        MoveTo(OrderStatus.Delivered, now, OrderStatus.Shipped) with { DeliveredAt = now };

    public Order Cancel(DateTimeOffset now) =>
        MoveTo(OrderStatus.Cancelled, now, OrderStatus.Pending);

    private Order MoveTo(OrderStatus next, DateTimeOffset now, OrderStatus expected) =>
        Status == expected
            ? this with { Status = next, UpdatedAt = now }
            : throw new OrderTransitionException(Id, Status, next);
}
