using System.Security.Claims;
using Shop.Api.Authentication;
using Shop.Domain.Orders;
using Shop.Services;
using Shop.Services.Orders;

namespace Shop.Api.Endpoints;

internal static class VisibleOrders
{
    /// <summary>The order, if the caller may see it. An order of somebody else looks like one that does not exist.</summary>
    public static async Task<Order> GetVisibleAsync(
        this IOrderService orders, long orderId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var order = await orders.GetAsync(orderId, cancellationToken);
        return user.MaySee(order.CustomerId) ? order : throw new ResourceNotFoundException("Order", orderId);
    }
}
