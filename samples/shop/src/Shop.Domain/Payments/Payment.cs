namespace Shop.Domain.Payments;

public enum PaymentStatus
{
    Captured,
    Failed,
}

public sealed record Payment(
    long Id,
    long OrderId,
    Money Amount,
    PaymentStatus Status,
    string GatewayReference,
    DateTimeOffset CapturedAt);
