using Shop.Domain;

namespace Shop.Services.Payments;

/// <summary>The payment provider.</summary>
public interface IPaymentGateway
{
    /// <param name="idempotencyKey">The same key captures once, however often it is sent.</param>
    Task<CaptureResult> CaptureAsync(
        string idempotencyKey, Money amount, string paymentToken, CancellationToken cancellationToken);
}

public sealed record CaptureResult(bool Captured, string Reference);
