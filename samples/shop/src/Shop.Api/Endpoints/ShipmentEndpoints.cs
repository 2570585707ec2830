using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Api.Authentication;
using Shop.Domain.Shipments;
using Shop.Services.Orders;
using Shop.Services.Shipments;

namespace Shop.Api.Endpoints;

internal static class ShipmentEndpoints
{
    public static void MapShipments(this IEndpointRouteBuilder app)
    {
        var ofOrder = app.MapGroup("/api/orders/{orderId:long}/shipments").WithTags("Shipments");
        ofOrder.MapGet("/", ListAsync).RequireAuthorization(Policies.CustomerOrStaff);
        ofOrder.MapPost("/", ShipAsync).RequireAuthorization(Policies.Staff);

        var group = app.MapGroup("/api/shipments").WithTags("Shipments").RequireAuthorization(Policies.Staff);
        group.MapPost("/{shipmentId:long}/delivered", MarkDeliveredAsync);
    }

    private static async Task<Ok<IReadOnlyList<Shipment>>> ListAsync(
        long orderId,
        ClaimsPrincipal user,
        IOrderService orders,
        IShipmentService shipments,
        CancellationToken cancellationToken)
    {
        await orders.GetVisibleAsync(orderId, user, cancellationToken);
        return TypedResults.Ok(await shipments.ListAsync(orderId, cancellationToken));
    }

    private static async Task<Created<Shipment>> ShipAsync(
        long orderId, ShipOrderBody body, IShipmentService shipments, CancellationToken cancellationToken)
    {
        var shipment = await shipments.ShipAsync(orderId, body.Carrier, body.TrackingCode, cancellationToken);
        return TypedResults.Created($"/api/orders/{orderId}/shipments", shipment);
    }

    private static async Task<Ok<Shipment>> MarkDeliveredAsync(
        long shipmentId, IShipmentService shipments, CancellationToken cancellationToken) =>
        TypedResults.Ok(await shipments.MarkDeliveredAsync(shipmentId, cancellationToken));
}

internal sealed record ShipOrderBody(string? Carrier, string? TrackingCode);
