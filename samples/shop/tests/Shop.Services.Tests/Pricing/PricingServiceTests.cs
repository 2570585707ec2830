using Shop.Domain.Customers;
using Shop.Services.Orders;
using Shop.Services.Pricing;
using Shop.Services.Tests.Fakes;

namespace Shop.Services.Tests.Pricing;

public sealed class PricingServiceTests
{
    private readonly InMemoryShop shop = new InMemoryShop().WithProduct(1, 20.00m, 100).WithProduct(2, 49.90m, 100);

    [Theory]
    [InlineData(LoyaltyTier.Standard, 60.00)]
    [InlineData(LoyaltyTier.Silver, 57.00)]
    [InlineData(LoyaltyTier.Gold, 54.00)]
    public async Task Quote_ForATier_TakesItsDiscount(LoyaltyTier tier, decimal expected)
    {
        var quote = await Pricing().QuoteAsync(tier, [new OrderLineRequest(1, 3)], default);

        Assert.Equal(expected, Assert.Single(quote.Items).LineTotal);
    }

    [Fact]
    public async Task Quote_UnknownProduct_IsRefused()
    {
        var refusal = await Assert.ThrowsAsync<RequestInvalidException>(
            () => Pricing().QuoteAsync(LoyaltyTier.Standard, [new OrderLineRequest(99, 1)], default));

        Assert.Contains("99", refusal.Errors["lines"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quote_InactiveProduct_IsRefused()
    {
        shop.WithProduct(3, 5m, 10, isActive: false);

        await Assert.ThrowsAsync<RequestInvalidException>(
            () => Pricing().QuoteAsync(LoyaltyTier.Standard, [new OrderLineRequest(3, 1)], default));
    }

    [Fact]
    public async Task Quote_TwoCurrencies_IsRefused()
    {
        shop.WithProduct(3, 5m, 10, currency: "USD");

        await Assert.ThrowsAsync<RequestInvalidException>(() => Pricing().QuoteAsync(
            LoyaltyTier.Standard, [new OrderLineRequest(1, 1), new OrderLineRequest(3, 1)], default));
    }

    [Fact]
    public void CalculateLineTotal_NoDiscount_MultipliesPriceAndQuantity() =>
        Assert.Equal(149.70m, Pricing().CalculateLineTotal(49.90m, 3, 0m));

    [Fact]
    public void CalculateLineTotal_WholeDiscount_CostsNothing() =>
        Assert.Equal(0m, Pricing().CalculateLineTotal(49.90m, 3, 100m));

    private PricingService Pricing() => new(shop);
}
