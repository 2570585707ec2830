namespace Shop.Domain.Inventory;

/// <summary>The stock of one product. Reserved units belong to orders that have not been shipped.</summary>
public sealed record StockLevel(long ProductId, int OnHand, int Reserved)
{
    public int Available => OnHand - Reserved;
}
