using Npgsql;
using Shop.Data.Connections;
using Shop.Domain;
using Shop.Domain.Catalog;
using Shop.Services.Catalog;

namespace Shop.Data.Repositories;

public sealed class ProductRepository(DbSession session) : IProductRepository
{
    private const string SelectMany = """
        SELECT id, category_id, sku, name, unit_price, currency, is_active
        FROM products
        WHERE id = ANY (@ids)
        """;

    private const string SelectActive = """
        SELECT id, category_id, sku, name, unit_price, currency, is_active
        FROM products
        WHERE is_active AND (@category_id::bigint IS NULL OR category_id = @category_id)
        ORDER BY name, id
        OFFSET @offset LIMIT @limit
        """;

    public async Task<Product?> FindAsync(long productId, CancellationToken cancellationToken) =>
        (await FindManyAsync([productId], cancellationToken)).SingleOrDefault();

    public async Task<IReadOnlyList<Product>> FindManyAsync(
        IReadOnlyCollection<long> productIds, CancellationToken cancellationToken) =>
        await session.QueryAsync(
            SelectMany, Read, cancellationToken, new NpgsqlParameter("ids", productIds.ToArray()));

    public async Task<IReadOnlyList<Product>> ListActiveAsync(
        long? categoryId, int offset, int limit, CancellationToken cancellationToken) =>
        await session.QueryAsync(
            SelectActive,
            Read,
            cancellationToken,
            new NpgsqlParameter("category_id", (object?)categoryId ?? DBNull.Value),
            new NpgsqlParameter("offset", offset),
            new NpgsqlParameter("limit", limit));

    private static Product Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.GetString(2),
        row.GetString(3),
        new Money(row.GetDecimal(4), row.GetString(5)),
        row.GetBoolean(6));
}
