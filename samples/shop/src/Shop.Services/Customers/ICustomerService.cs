using Shop.Domain.Customers;

namespace Shop.Services.Customers;

public interface ICustomerService
{
    /// <exception cref="RequestInvalidException">The e-mail address or the name is not usable.</exception>
    /// <exception cref="EmailAlreadyRegisteredException">Another customer has that address.</exception>
    Task<Customer> RegisterAsync(string? email, string? fullName, CancellationToken cancellationToken);

    /// <exception cref="ResourceNotFoundException">No such customer.</exception>
    Task<Customer> GetAsync(long customerId, CancellationToken cancellationToken);
}
