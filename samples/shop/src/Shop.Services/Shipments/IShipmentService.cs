using Shop.Domain.Shipments;

namespace Shop.Services.Shipments;

public interface IShipmentService
{
    /// <summary>Hands a paid order to a carrier and takes its units out of stock.</summary>
    /// <exception cref="Domain.Orders.OrderTransitionException">The order is not paid.</exception>
    Task<Shipment> ShipAsync(long orderId, string? carrier, string? trackingCode, CancellationToken cancellationToken);

    /// <summary>Records that the carrier delivered the shipment; the order becomes delivered.</summary>
    Task<Shipment> MarkDeliveredAsync(long shipmentId, CancellationToken cancellationToken);

    Task<IReadOnlyList<Shipment>> ListAsync(long orderId, CancellationToken cancellationToken);
}
