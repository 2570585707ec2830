using Shop.Domain.Payments;

namespace Shop.Services.Payments;

public interface IPaymentService
{
    /// <summary>Captures the total of a pending order at the gateway and marks the order paid.</summary>
    /// <param name="paymentToken">The gateway's one-time token for the customer's means of payment.</param>
    /// <exception cref="PaymentDeclinedException">The gateway refused; the order stays pending.</exception>
    /// <exception cref="Domain.Orders.OrderTransitionException">The order is not pending.</exception>
    Task<Payment> PayAsync(long orderId, string? paymentToken, CancellationToken cancellationToken);
}
