using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shop.Services.Catalog;
using Shop.Services.Customers;
using Shop.Services.Inventory;
using Shop.Services.Orders;
using Shop.Services.Payments;
using Shop.Services.Pricing;
using Shop.Services.Shipments;

namespace Shop.Services;

public static class ServiceRegistration
{
    public static IServiceCollection AddShopServices(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<OrderValidator>();
        services.AddScoped<ICatalogService, CatalogService>();
        services.AddScoped<ICustomerService, CustomerService>();
        services.AddScoped<IInventoryService, InventoryService>();
        services.AddScoped<IOrderService, OrderService>();
        services.AddScoped<IPaymentService, PaymentService>();
        services.AddScoped<IPricingService, PricingService>();
        services.AddScoped<IShipmentService, ShipmentService>();
        return services;
    }
}
