using Shop.Services.Orders;

namespace Shop.Services.Tests.Orders;

public sealed class OrderValidatorTests
{
    [Fact]
    public void Validate_NoLines_IsRefused() => Refused([]);

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void Validate_QuantityOutOfRange_IsRefused(int quantity) => Refused([new OrderLineRequest(1, quantity)]);

    [Fact]
    public void Validate_ProductTwice_IsRefused() => Refused([new OrderLineRequest(1, 1), new OrderLineRequest(1, 2)]);

    [Fact]
    public void Validate_FiftyOneLines_IsRefused() =>
        Refused([.. Enumerable.Range(1, 51).Select(id => new OrderLineRequest(id, 1))]);

    [Fact]
    public void Validate_OneGoodLine_Passes() =>
        Assert.Null(Record.Exception(
            () => new OrderValidator().Validate(new PlaceOrderRequest(1, [new OrderLineRequest(1, 1000)]))));

    private static void Refused(IReadOnlyList<OrderLineRequest> lines)
    {
        var refusal = Assert.Throws<RequestInvalidException>(
            () => new OrderValidator().Validate(new PlaceOrderRequest(1, lines)));
        Assert.Single(refusal.Errors["lines"]);
    }
}
