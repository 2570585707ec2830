using Shop.Domain.Orders;
using Shop.Domain.Shipments;
using Shop.Services.Inventory;
using Shop.Services.Orders;

namespace Shop.Services.Shipments;

public sealed class ShipmentService(
    IShipmentRepository shipments,
    IOrderRepository orders,
    IInventoryService inventory,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : IShipmentService
{
    public Task<Shipment> ShipAsync(
        long orderId, string? carrier, string? trackingCode, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(carrier) || string.IsNullOrWhiteSpace(trackingCode))
        {
            throw new RequestInvalidException("carrier", "carrier and trackingCode must be given.");
        }

        return unitOfWork.InTransactionAsync(
            async () =>
            {
                var now = clock.GetUtcNow();
                var order = await LockedOrderAsync(orderId, cancellationToken);
                await orders.UpdateStatusAsync(order.MarkShipped(now), cancellationToken);
                await inventory.ShipAsync(order.Items, cancellationToken);
                var shipment = new Shipment(0, orderId, carrier.Trim(), trackingCode.Trim(), now, null);
                return await shipments.AddAsync(shipment, cancellationToken);
            },
            cancellationToken);
    }

    public Task<Shipment> MarkDeliveredAsync(long shipmentId, CancellationToken cancellationToken) =>
        unitOfWork.InTransactionAsync(
            async () =>
            {
                var now = clock.GetUtcNow();
                var shipment = await shipments.FindAsync(shipmentId, cancellationToken)
                    ?? throw new ResourceNotFoundException("Shipment", shipmentId);
                var order = await LockedOrderAsync(shipment.OrderId, cancellationToken);
                await orders.UpdateStatusAsync(order.MarkDelivered(now), cancellationToken);
                await shipments.MarkDeliveredAsync(shipmentId, now, cancellationToken);
                return shipment with { DeliveredAt = now };
            },
            cancellationToken);

    public Task<IReadOnlyList<Shipment>> ListAsync(long orderId, CancellationToken cancellationToken) =>
        shipments.ListByOrderAsync(orderId, cancellationToken);

    private async Task<Order> LockedOrderAsync(long orderId, CancellationToken cancellationToken) =>
        await orders.FindForUpdateAsync(orderId, cancellationToken)
        ?? throw new ResourceNotFoundException("Order", orderId);
}
