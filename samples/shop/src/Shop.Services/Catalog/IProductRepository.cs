using Shop.Domain.Catalog;

namespace Shop.Services.Catalog;

public interface IProductRepository
{
    Task<Product?> FindAsync(long productId, CancellationToken cancellationToken);

    Task<IReadOnlyList<Product>> FindManyAsync(IReadOnlyCollection<long> productIds, CancellationToken cancellationToken);

    Task<IReadOnlyList<Product>> ListActiveAsync(long? categoryId, int offset, int limit, CancellationToken cancellationToken);
}
