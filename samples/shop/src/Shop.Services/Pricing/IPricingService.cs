using Shop.Domain.Customers;
using Shop.Services.Orders;

namespace Shop.Services.Pricing;

public interface IPricingService
{
    /// <summary>Prices the lines at today's product prices with the discount of the customer's tier.</summary>
    /// <exception cref="RequestInvalidException">A product is unknown, inactive or in another currency.</exception>
    Task<PriceQuote> QuoteAsync(
        LoyaltyTier tier, IReadOnlyList<OrderLineRequest> lines, CancellationToken cancellationToken);

    /// <summary>What a line costs after a discount, in major units with two decimals.</summary>
    /// <param name="discountPercent">From 0 to 100.</param>
    decimal CalculateLineTotal(decimal unitPrice, int quantity, decimal discountPercent);
}
