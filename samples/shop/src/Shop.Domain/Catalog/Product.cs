namespace Shop.Domain.Catalog;

public sealed record Product(
    long Id,
    long CategoryId,
    string Sku,
    string Name,
    Money UnitPrice,
    bool IsActive);
