using Microsoft.Extensions.Options;
using Shop.Services.Payments;

namespace Shop.Api.Payments;

internal static class PaymentGatewayRegistration
{
    public static IServiceCollection AddPaymentGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PaymentGatewayOptions>()
            .Bind(configuration.GetSection(PaymentGatewayOptions.Section))
            .ValidateDataAnnotations();
        services.AddHttpClient<IPaymentGateway, HttpPaymentGateway>((provider, client) =>
        {
            var options = provider.GetRequiredService<IOptions<PaymentGatewayOptions>>().Value;
            client.BaseAddress = options.BaseUrl;
            client.Timeout = options.Timeout;
        });
        return services;
    }
}
