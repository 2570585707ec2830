using Shop.Domain.Orders;

namespace Shop.Services.Pricing;

public sealed record PriceQuote(string Currency, decimal DiscountPercent, IReadOnlyList<OrderItem> Items);
