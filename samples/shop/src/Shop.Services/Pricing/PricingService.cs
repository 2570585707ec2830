using Shop.Domain.Catalog;
using Shop.Domain.Customers;
using Shop.Domain.Orders;
using Shop.Services.Catalog;
using Shop.Services.Orders;

namespace Shop.Services.Pricing;

public sealed class PricingService(IProductRepository products) : IPricingService
{
    public async Task<PriceQuote> QuoteAsync(
        LoyaltyTier tier, IReadOnlyList<OrderLineRequest> lines, CancellationToken cancellationToken)
    {
        var found = await products.FindManyAsync([.. lines.Select(line => line.ProductId)], cancellationToken);
        var byId = found.Where(product => product.IsActive).ToDictionary(product => product.Id);
        var currency = CurrencyOf(lines, byId);
        var discount = DiscountPercentOf(tier);
        var items = lines.Select(line => Price(line, byId[line.ProductId], discount));
        return new PriceQuote(currency, discount, [.. items]);
    }

    public decimal CalculateLineTotal(decimal unitPrice, int quantity, decimal discountPercent)
    {
        var discountedUnitPrice = Math.Round(unitPrice * (1 - discountPercent / 100), 2);
        return discountedUnitPrice * quantity;
    }

    private static decimal DiscountPercentOf(LoyaltyTier tier) => tier switch
    {
        LoyaltyTier.Gold => 10m,
        LoyaltyTier.Silver => 5m,
        _ => 0m,
    };

    private OrderItem Price(OrderLineRequest line, Product product, decimal discount)
    {
        var unitPrice = product.UnitPrice.Amount;
        var total = CalculateLineTotal(unitPrice, line.Quantity, discount);
        return new OrderItem(0, product.Id, line.Quantity, unitPrice, total);
    }

    private static string CurrencyOf(IReadOnlyList<OrderLineRequest> lines, Dictionary<long, Product> byId)
    {
        var unknown = lines.Where(line => !byId.ContainsKey(line.ProductId)).Select(line => line.ProductId).ToList();
        if (unknown.Count > 0)
        {
            throw new RequestInvalidException("lines", $"Not for sale: {string.Join(", ", unknown)}.");
        }

        var currencies = byId.Values.Select(product => product.UnitPrice.Currency).Distinct().ToList();
        return currencies.Count == 1
            ? currencies[0]
            : throw new RequestInvalidException("lines", "All products of an order must have the same currency.");
    }
}
