using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Api.Authentication;
using Shop.Domain.Inventory;
using Shop.Services.Inventory;

namespace Shop.Api.Endpoints;

internal static class InventoryEndpoints
{
    public static void MapInventory(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/inventory").WithTags("Inventory").RequireAuthorization(Policies.Staff);
        group.MapGet("/{productId:long}", GetAsync);
        group.MapPut("/{productId:long}", SetOnHandAsync);
    }

    private static async Task<Ok<StockLevel>> GetAsync(
        long productId, IInventoryService inventory, CancellationToken cancellationToken) =>
        TypedResults.Ok(await inventory.GetAsync(productId, cancellationToken));

    private static async Task<Ok<StockLevel>> SetOnHandAsync(
        long productId, SetOnHandBody body, IInventoryService inventory, CancellationToken cancellationToken) =>
        TypedResults.Ok(await inventory.SetOnHandAsync(productId, body.OnHand, cancellationToken));
}

internal sealed record SetOnHandBody(int OnHand);
