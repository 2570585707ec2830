using Npgsql;
using Shop.Data.Connections;
using Shop.Domain.Customers;
using Shop.Services.Customers;

namespace Shop.Data.Repositories;

public sealed class CustomerRepository(DbSession session) : ICustomerRepository
{
    private const string Select = """
        SELECT id, email, full_name, loyalty_tier, created_at
        FROM customers
        WHERE id = @id
        """;

    private const string Insert = """
        INSERT INTO customers (email, full_name, loyalty_tier, created_at)
        VALUES (@email, @full_name, @loyalty_tier, @created_at)
        RETURNING id
        """;

    public Task<Customer?> FindAsync(long customerId, CancellationToken cancellationToken) =>
        session.QuerySingleAsync(Select, Read, cancellationToken, new NpgsqlParameter("id", customerId));

    public async Task<Customer> AddAsync(Customer customer, CancellationToken cancellationToken)
    {
        try
        {
            var id = await session.InsertAsync(
                Insert,
                cancellationToken,
                new NpgsqlParameter("email", customer.Email.Value),
                new NpgsqlParameter("full_name", customer.FullName),
                new NpgsqlParameter("loyalty_tier", DbText.Of(customer.LoyaltyTier)),
                new NpgsqlParameter("created_at", customer.CreatedAt));
            return customer with { Id = id };
        }
        catch (PostgresException exception) when (exception.ConstraintName == "ux_customers_email")
        {
            throw new EmailAlreadyRegisteredException();
        }
    }

    private static Customer Read(NpgsqlDataReader row)
    {
        var stored = row.GetString(1);
        return EmailAddress.TryParse(stored, out var email)
            ? new Customer(
                row.GetInt64(0),
                email!,
                row.GetString(2),
                DbText.Parse<LoyaltyTier>(row.GetString(3)),
                row.GetFieldValue<DateTimeOffset>(4))
            : throw new InvalidDataException($"Customer {row.GetInt64(0)} has an unusable e-mail address.");
    }
}
