using Shop.Domain.Orders;
using Shop.Domain.Payments;
using Shop.Services.Orders;

namespace Shop.Api.Endpoints;

internal sealed record PlaceOrderBody(IReadOnlyList<PlaceOrderLineBody>? Lines);

internal sealed record PlaceOrderLineBody(long ProductId, int Quantity);

internal sealed record PayOrderBody(string? PaymentToken);

internal sealed record OrderItemResponse(long Id, long ProductId, int Quantity, decimal UnitPrice, decimal LineTotal);

internal sealed record OrderResponse(
    long Id,
    long CustomerId,
    string Status,
    string Currency,
    decimal DiscountPercent,
    decimal Total,
    DateTimeOffset PlacedAt,
    DateTimeOffset? DeliveredAt,
    IReadOnlyList<OrderItemResponse> Items)
{
    public static OrderResponse From(Order order) => new(
        order.Id,
        order.CustomerId,
        order.Status.ToString().ToLowerInvariant(),
        order.Currency,
        order.DiscountPercent,
        order.Total.Amount,
        order.PlacedAt,
        order.DeliveredAt,
        [.. order.Items.Select(item =>
            new OrderItemResponse(item.Id, item.ProductId, item.Quantity, item.UnitPrice, item.LineTotal))]);
}

internal sealed record OrderSummaryResponse(
    long OrderId, string Status, DateTimeOffset PlacedAt, int ItemCount, decimal Total, string Currency)
{
    public static OrderSummaryResponse From(OrderSummary summary) => new(
        summary.OrderId,
        summary.Status.ToString().ToLowerInvariant(),
        summary.PlacedAt,
        summary.ItemCount,
        summary.Total.Amount,
        summary.Total.Currency);
}

internal sealed record PaymentResponse(long Id, long OrderId, decimal Amount, string Currency, DateTimeOffset CapturedAt)
{
    public static PaymentResponse From(Payment payment) =>
        new(payment.Id, payment.OrderId, payment.Amount.Amount, payment.Amount.Currency, payment.CapturedAt);
}
