using Npgsql;
using Shop.Data.Connections;
using Shop.Domain;
using Shop.Domain.Payments;
using Shop.Services.Payments;

namespace Shop.Data.Repositories;

public sealed class PaymentRepository(DbSession session) : IPaymentRepository
{
    private const string Insert = """
        INSERT INTO payments (order_id, amount, currency, status, gateway_reference, captured_at)
        VALUES (@order_id, @amount, @currency, @status, @gateway_reference, @captured_at)
        RETURNING id
        """;

    private const string SelectCaptured = """
        SELECT id, order_id, amount, currency, status, gateway_reference, captured_at
        FROM payments
        WHERE order_id = @order_id AND status = 'captured'
        """;

    public async Task<Payment> AddAsync(Payment payment, CancellationToken cancellationToken)
    {
        var id = await session.InsertAsync(
            Insert,
            cancellationToken,
            new NpgsqlParameter("order_id", payment.OrderId),
            new NpgsqlParameter("amount", payment.Amount.Amount),
            new NpgsqlParameter("currency", payment.Amount.Currency),
            new NpgsqlParameter("status", DbText.Of(payment.Status)),
            new NpgsqlParameter("gateway_reference", payment.GatewayReference),
            new NpgsqlParameter("captured_at", payment.CapturedAt));
        return payment with { Id = id };
    }

    public Task<Payment?> FindCapturedAsync(long orderId, CancellationToken cancellationToken) =>
        session.QuerySingleAsync(
            SelectCaptured,
            row => new Payment(
                row.GetInt64(0),
                row.GetInt64(1),
                new Money(row.GetDecimal(2), row.GetString(3)),
                DbText.Parse<PaymentStatus>(row.GetString(4)),
                row.GetString(5),
                row.GetFieldValue<DateTimeOffset>(6)),
            cancellationToken,
            new NpgsqlParameter("order_id", orderId));
}
