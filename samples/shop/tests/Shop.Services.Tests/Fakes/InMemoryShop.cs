using Shop.Domain;
using Shop.Domain.Catalog;
using Shop.Domain.Customers;
using Shop.Domain.Inventory;
using Shop.Domain.Orders;
using Shop.Domain.Payments;
using Shop.Services.Catalog;
using Shop.Services.Customers;
using Shop.Services.Inventory;
using Shop.Services.Orders;
using Shop.Services.Payments;

namespace Shop.Services.Tests.Fakes;

/// <summary>The shop's repositories in memory. A transaction that throws gives the stock back.</summary>
internal sealed class InMemoryShop
    : IProductRepository, ICustomerRepository, IInventoryRepository, IOrderRepository, IPaymentRepository, IUnitOfWork
{
    public Dictionary<long, Product> Products { get; } = [];
    public Dictionary<long, Customer> Customers { get; } = [];
    public Dictionary<long, StockLevel> Stock { get; private set; } = [];
    public Dictionary<long, Order> Orders { get; } = [];
    public List<Payment> Payments { get; } = [];

    public InMemoryShop WithProduct(long id, decimal price, int onHand, bool isActive = true, string currency = "EUR")
    {
        Products[id] = new Product(id, 1, $"SKU-{id}", $"Product {id}", new Money(price, currency), isActive);
        Stock[id] = new StockLevel(id, onHand, 0);
        return this;
    }

    public InMemoryShop WithCustomer(long id, LoyaltyTier tier)
    {
        EmailAddress.TryParse($"customer{id}@example.com", out var email);
        Customers[id] = new Customer(id, email!, $"Customer {id}", tier, FixedClock.Noon);
        return this;
    }

    public async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var before = new Dictionary<long, StockLevel>(Stock);
        try
        {
            return await work();
        }
        catch
        {
            Stock = before;
            throw;
        }
    }

    Task<Product?> IProductRepository.FindAsync(long productId, CancellationToken cancellationToken) =>
        Task.FromResult(Products.GetValueOrDefault(productId));

    public Task<IReadOnlyList<Product>> FindManyAsync(
        IReadOnlyCollection<long> productIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Product>>([.. Products.Values.Where(product => productIds.Contains(product.Id))]);

    public Task<IReadOnlyList<Product>> ListActiveAsync(
        long? categoryId, int offset, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Product>>(
            [.. Products.Values.Where(product => product.IsActive).Skip(offset).Take(limit)]);

    Task<Customer?> ICustomerRepository.FindAsync(long customerId, CancellationToken cancellationToken) =>
        Task.FromResult(Customers.GetValueOrDefault(customerId));

    public Task<Customer> AddAsync(Customer customer, CancellationToken cancellationToken)
    {
        if (Customers.Values.Any(known => known.Email == customer.Email))
        {
            throw new EmailAlreadyRegisteredException();
        }

        var stored = customer with { Id = Customers.Count + 1 };
        Customers[stored.Id] = stored;
        return Task.FromResult(stored);
    }

    Task<StockLevel?> IInventoryRepository.FindAsync(long productId, CancellationToken cancellationToken) =>
        Task.FromResult(Stock.GetValueOrDefault(productId));

    public Task<bool> TrySetOnHandAsync(long productId, int onHand, CancellationToken cancellationToken) =>
        Change(productId, level => level.Reserved <= onHand, level => level with { OnHand = onHand });

    public Task<bool> TryReserveAsync(long productId, int quantity, CancellationToken cancellationToken) =>
        Change(
            productId,
            level => level.Available >= quantity,
            level => level with { Reserved = level.Reserved + quantity });

    public Task ReleaseAsync(long productId, int quantity, CancellationToken cancellationToken) =>
        Change(productId, _ => true, level => level with { Reserved = level.Reserved - quantity });

    public Task ShipAsync(long productId, int quantity, CancellationToken cancellationToken) =>
        Change(
            productId,
            _ => true,
            level => level with { OnHand = level.OnHand - quantity, Reserved = level.Reserved - quantity });

    public Task<Order> AddAsync(Order order, CancellationToken cancellationToken)
    {
        var stored = order with { Id = Orders.Count + 1 };
        Orders[stored.Id] = stored;
        return Task.FromResult(stored);
    }

    public Task<Order?> FindAsync(long orderId, CancellationToken cancellationToken) =>
        Task.FromResult(Orders.GetValueOrDefault(orderId));

    public Task<Order?> FindForUpdateAsync(long orderId, CancellationToken cancellationToken) =>
        FindAsync(orderId, cancellationToken);

    public Task UpdateStatusAsync(Order order, CancellationToken cancellationToken)
    {
        Orders[order.Id] = order;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<OrderSummary>> ListByCustomerAsync(
        long customerId, int offset, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OrderSummary>>(
        [
            .. Orders.Values.Where(order => order.CustomerId == customerId)
                .OrderByDescending(order => order.PlacedAt)
                .Skip(offset)
                .Take(limit)
                .Select(order => new OrderSummary(
                    order.Id, customerId, order.Status, order.PlacedAt, order.Items.Count, order.Total)),
        ]);

    public Task<Payment> AddAsync(Payment payment, CancellationToken cancellationToken)
    {
        Payments.Add(payment);
        return Task.FromResult(payment);
    }

    public Task<Payment?> FindCapturedAsync(long orderId, CancellationToken cancellationToken) =>
        Task.FromResult(Payments.Find(payment => payment.OrderId == orderId));

    private Task<bool> Change(long productId, Predicate<StockLevel> allowed, Func<StockLevel, StockLevel> change)
    {
        var level = Stock[productId];
        if (!allowed(level))
        {
            return Task.FromResult(false);
        }

        Stock[productId] = change(level);
        return Task.FromResult(true);
    }
}
