namespace Shop.Domain.Orders;

/// <summary>An order cannot go from its current status to the one asked for.</summary>
public sealed class OrderTransitionException(long orderId, OrderStatus from, OrderStatus to)
    : Exception($"Order {orderId} is {from} and cannot become {to}.")
{
    public long OrderId { get; } = orderId;
}
