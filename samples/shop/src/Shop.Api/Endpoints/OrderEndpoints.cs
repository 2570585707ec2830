using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Api.Authentication;
using Shop.Services.Orders;
using Shop.Services.Payments;

namespace Shop.Api.Endpoints;

internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/orders").WithTags("Orders").RequireAuthorization(Policies.CustomerOrStaff);
        group.MapPost("/", PlaceAsync).RequireAuthorization(Policies.Customer);
        group.MapGet("/", ListAsync);
        group.MapGet("/{orderId:long}", GetAsync);
        group.MapPost("/{orderId:long}/cancel", CancelAsync);
        group.MapPost("/{orderId:long}/payments", PayAsync).RequireAuthorization(Policies.Customer);
    }

    private static async Task<Created<OrderResponse>> PlaceAsync(
        PlaceOrderBody body, ClaimsPrincipal user, IOrderService orders, CancellationToken cancellationToken)
    {
        var lines = (body.Lines ?? []).Select(line => new OrderLineRequest(line.ProductId, line.Quantity));
        var request = new PlaceOrderRequest(user.CustomerId()!.Value, [.. lines]);
        var order = await orders.PlaceAsync(request, cancellationToken);
        return TypedResults.Created($"/api/orders/{order.Id}", OrderResponse.From(order));
    }

    private static async Task<Results<Ok<IReadOnlyList<OrderSummaryResponse>>, ForbidHttpResult>> ListAsync(
        long customerId,
        ClaimsPrincipal user,
        IOrderService orders,
        CancellationToken cancellationToken,
        int page = 1,
        int pageSize = 20)
    {
        if (!user.MaySee(customerId))
        {
            return TypedResults.Forbid();
        }

        var found = await orders.ListAsync(customerId, page, pageSize, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<OrderSummaryResponse>>([.. found.Select(OrderSummaryResponse.From)]);
    }

    private static async Task<Ok<OrderResponse>> GetAsync(
        long orderId, ClaimsPrincipal user, IOrderService orders, CancellationToken cancellationToken) =>
        TypedResults.Ok(OrderResponse.From(await orders.GetVisibleAsync(orderId, user, cancellationToken)));

    private static async Task<Ok<OrderResponse>> CancelAsync(
        long orderId, ClaimsPrincipal user, IOrderService orders, CancellationToken cancellationToken)
    {
        await orders.GetVisibleAsync(orderId, user, cancellationToken);
        return TypedResults.Ok(OrderResponse.From(await orders.CancelAsync(orderId, cancellationToken)));
    }

    private static async Task<Ok<PaymentResponse>> PayAsync(
        long orderId,
        PayOrderBody body,
        ClaimsPrincipal user,
        IOrderService orders,
        IPaymentService payments,
        CancellationToken cancellationToken)
    {
        await orders.GetVisibleAsync(orderId, user, cancellationToken);
        var payment = await payments.PayAsync(orderId, body.PaymentToken, cancellationToken);
        return TypedResults.Ok(PaymentResponse.From(payment));
    }
}
