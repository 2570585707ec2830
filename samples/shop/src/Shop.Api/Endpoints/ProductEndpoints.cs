using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Domain.Catalog;
using Shop.Services.Catalog;

namespace Shop.Api.Endpoints;

internal static class ProductEndpoints
{
    public static void MapProducts(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/products").WithTags("Products").AllowAnonymous();
        group.MapGet("/", ListAsync);
        group.MapGet("/{productId:long}", GetAsync);
    }

    private static async Task<Ok<IReadOnlyList<ProductResponse>>> ListAsync(
        ICatalogService catalog,
        CancellationToken cancellationToken,
        long? categoryId = null,
        int page = 1,
        int pageSize = 20)
    {
        var products = await catalog.ListAsync(categoryId, page, pageSize, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ProductResponse>>([.. products.Select(ProductResponse.From)]);
    }

    private static async Task<Ok<ProductResponse>> GetAsync(
        long productId, ICatalogService catalog, CancellationToken cancellationToken) =>
        TypedResults.Ok(ProductResponse.From(await catalog.GetAsync(productId, cancellationToken)));
}

internal sealed record ProductResponse(
    long Id, long CategoryId, string Sku, string Name, decimal UnitPrice, string Currency, bool IsActive)
{
    public static ProductResponse From(Product product) => new(
        product.Id,
        product.CategoryId,
        product.Sku,
        product.Name,
        product.UnitPrice.Amount,
        product.UnitPrice.Currency,
        product.IsActive);
}
