using Shop.Domain.Catalog;

namespace Shop.Services.Catalog;

public interface ICatalogService
{
    /// <summary>Active products, by name. A page has at most 100.</summary>
    Task<IReadOnlyList<Product>> ListAsync(long? categoryId, int page, int pageSize, CancellationToken cancellationToken);

    /// <exception cref="ResourceNotFoundException">No such product.</exception>
    Task<Product> GetAsync(long productId, CancellationToken cancellationToken);
}
