using Shop.Domain.Payments;

namespace Shop.Services.Payments;

public interface IPaymentRepository
{
    Task<Payment> AddAsync(Payment payment, CancellationToken cancellationToken);

    Task<Payment?> FindCapturedAsync(long orderId, CancellationToken cancellationToken);
}
