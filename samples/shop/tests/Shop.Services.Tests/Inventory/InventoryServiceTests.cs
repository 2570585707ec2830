using Shop.Domain.Inventory;
using Shop.Domain.Orders;
using Shop.Services.Inventory;
using Shop.Services.Tests.Fakes;

namespace Shop.Services.Tests.Inventory;

public sealed class InventoryServiceTests
{
    private readonly InMemoryShop shop = new InMemoryShop().WithProduct(1, 10m, 5);

    [Fact]
    public async Task Ship_ReservedUnits_LeaveTheWarehouse()
    {
        var inventory = new InventoryService(shop);
        OrderItem[] items = [new(1, 1, 2, 10m, 20m)];
        await inventory.ReserveAsync(items, default);

        await inventory.ShipAsync(items, default);

        Assert.Equal(new StockLevel(1, 3, 0), shop.Stock[1]);
    }

    [Fact]
    public async Task SetOnHand_BelowReserved_IsRefused()
    {
        var inventory = new InventoryService(shop);
        await inventory.ReserveAsync([new OrderItem(1, 1, 4, 10m, 40m)], default);

        await Assert.ThrowsAsync<RequestInvalidException>(() => inventory.SetOnHandAsync(1, 3, default));
    }

    [Fact]
    public async Task Get_UnknownProduct_IsNotFound() =>
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => new InventoryService(shop).GetAsync(9, default));
}
