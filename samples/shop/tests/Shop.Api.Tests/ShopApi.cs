using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Shop.Api.Authentication;
using Shop.Services.Orders;

namespace Shop.Api.Tests;

/// <summary>The API in process, with an order service of the test's own and no database.</summary>
public sealed class ShopApi : WebApplicationFactory<Program>
{
    private const string SigningKey = "a-signing-key-for-tests-of-40-characters";

    internal OrdersInMemory Orders { get; } = new();

    public HttpClient As(string role, long? customerId, DateTimeOffset? expiresAt = null)
    {
        var token = new AccessToken("tester", customerId, role, expiresAt ?? DateTimeOffset.UtcNow.AddHours(1));
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Sign(SigningKey));
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Tokens:SigningKey", SigningKey);
        builder.UseSetting("ConnectionStrings:Shop", "Host=localhost");
        builder.ConfigureTestServices(services => services.AddSingleton<IOrderService>(Orders));
    }
}
