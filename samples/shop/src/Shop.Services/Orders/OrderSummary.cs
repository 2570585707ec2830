using Shop.Domain;
using Shop.Domain.Orders;

namespace Shop.Services.Orders;

/// <summary>A row of the view <c>order_summaries</c>.</summary>
public sealed record OrderSummary(
    long OrderId,
    long CustomerId,
    OrderStatus Status,
    DateTimeOffset PlacedAt,
    int ItemCount,
    Money Total);
