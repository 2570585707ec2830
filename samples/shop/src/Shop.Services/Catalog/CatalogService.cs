using Shop.Domain.Catalog;

namespace Shop.Services.Catalog;

public sealed class CatalogService(IProductRepository products) : ICatalogService
{
    public Task<IReadOnlyList<Product>> ListAsync(
        long? categoryId, int page, int pageSize, CancellationToken cancellationToken)
    {
        var paging = Paging.From(page, pageSize);
        return products.ListActiveAsync(categoryId, paging.Offset, paging.Limit, cancellationToken);
    }

    public async Task<Product> GetAsync(long productId, CancellationToken cancellationToken) =>
        await products.FindAsync(productId, cancellationToken)
        ?? throw new ResourceNotFoundException("Product", productId);
}
