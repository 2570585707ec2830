using Shop.Domain.Customers;

namespace Shop.Services.Customers;

public sealed class CustomerService(ICustomerRepository customers, TimeProvider clock) : ICustomerService
{
    private const int MaxNameLength = 200;

    public async Task<Customer> RegisterAsync(string? email, string? fullName, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(email, out var address))
        {
            throw new RequestInvalidException("email", "email must be an e-mail address.");
        }

        var name = fullName?.Trim() ?? "";
        if (name.Length is 0 or > MaxNameLength)
        {
            throw new RequestInvalidException("fullName", $"fullName must have from 1 to {MaxNameLength} characters.");
        }

        var customer = new Customer(0, address!, name, LoyaltyTier.Standard, clock.GetUtcNow());
        return await customers.AddAsync(customer, cancellationToken);
    }

    public async Task<Customer> GetAsync(long customerId, CancellationToken cancellationToken) =>
        await customers.FindAsync(customerId, cancellationToken)
        ?? throw new ResourceNotFoundException("Customer", customerId);
}
