using Microsoft.Extensions.DependencyInjection;
using Shop.Data.Connections;
using Shop.Data.Repositories;
using Shop.Services;
using Shop.Services.Catalog;
using Shop.Services.Customers;
using Shop.Services.Inventory;
using Shop.Services.Orders;
using Shop.Services.Payments;
using Shop.Services.Shipments;

namespace Shop.Data;

public static class DataRegistration
{
    public static IServiceCollection AddShopData(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton<IConnectionFactory>(_ => new NpgsqlConnectionFactory(connectionString));
        services.AddScoped<DbSession>();
        services.AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<DbSession>());
        services.AddScoped<ICustomerRepository, CustomerRepository>();
        services.AddScoped<IInventoryRepository, InventoryRepository>();
        services.AddScoped<IOrderRepository, OrderRepository>();
        services.AddScoped<IPaymentRepository, PaymentRepository>();
        services.AddScoped<IProductRepository, ProductRepository>();
        services.AddScoped<IShipmentRepository, ShipmentRepository>();
        return services;
    }
}
