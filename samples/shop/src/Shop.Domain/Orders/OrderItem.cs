namespace Shop.Domain.Orders;

/// <summary>One line of an order.</summary>
/// <param name="LineTotal">What the customer pays for the line, after the discount of the order.</param>
public sealed record OrderItem(long Id, long ProductId, int Quantity, decimal UnitPrice, decimal LineTotal);
