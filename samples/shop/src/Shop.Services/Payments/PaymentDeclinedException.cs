namespace Shop.Services.Payments;

public sealed class PaymentDeclinedException(long orderId) : Exception($"The payment for order {orderId} was declined.");
