using Shop.Domain.Orders;
using Shop.Domain.Payments;
using Shop.Services.Orders;

namespace Shop.Services.Payments;

public sealed class PaymentService(
    IOrderRepository orders,
    IPaymentRepository payments,
    IPaymentGateway gateway,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : IPaymentService
{
    public Task<Payment> PayAsync(long orderId, string? paymentToken, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(paymentToken))
        {
            throw new RequestInvalidException("paymentToken", "paymentToken must be given.");
        }

        return unitOfWork.InTransactionAsync(
            async () =>
            {
                var order = await orders.FindForUpdateAsync(orderId, cancellationToken)
                    ?? throw new ResourceNotFoundException("Order", orderId);
                return await CaptureAsync(order, paymentToken, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<Payment> CaptureAsync(Order order, string paymentToken, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var paid = order.MarkPaid(now);
        var result = await gateway.CaptureAsync($"order-{order.Id}", order.Total, paymentToken, cancellationToken);
        if (!result.Captured)
        {
            throw new PaymentDeclinedException(order.Id);
        }

        await orders.UpdateStatusAsync(paid, cancellationToken);
        var payment = new Payment(0, order.Id, order.Total, PaymentStatus.Captured, result.Reference, now);
        return await payments.AddAsync(payment, cancellationToken);
    }
}
