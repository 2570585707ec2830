namespace Shop.Services.Orders;

public sealed record OrderLineRequest(long ProductId, int Quantity);

public sealed record PlaceOrderRequest(long CustomerId, IReadOnlyList<OrderLineRequest> Lines);
