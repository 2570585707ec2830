namespace Shop.Domain.Shipments;

public sealed record Shipment(
    long Id,
    long OrderId,
    string Carrier,
    string TrackingCode,
    DateTimeOffset ShippedAt,
    DateTimeOffset? DeliveredAt);
