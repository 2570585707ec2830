using Shop.Domain.Customers;

namespace Shop.Services.Customers;

public interface ICustomerRepository
{
    Task<Customer?> FindAsync(long customerId, CancellationToken cancellationToken);

    /// <exception cref="EmailAlreadyRegisteredException">Another customer has that address.</exception>
    Task<Customer> AddAsync(Customer customer, CancellationToken cancellationToken);
}
