using Shop.Domain.Shipments;

namespace Shop.Services.Shipments;

public interface IShipmentRepository
{
    Task<Shipment> AddAsync(Shipment shipment, CancellationToken cancellationToken);

    Task<Shipment?> FindAsync(long shipmentId, CancellationToken cancellationToken);

    Task MarkDeliveredAsync(long shipmentId, DateTimeOffset deliveredAt, CancellationToken cancellationToken);

    Task<IReadOnlyList<Shipment>> ListByOrderAsync(long orderId, CancellationToken cancellationToken);
}
