using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Shop.Api.Tests;

public sealed class OrderEndpointsTests(ShopApi api) : IClassFixture<ShopApi>
{
    [Fact]
    public async Task GetOrder_OwnOrder_IsShown()
    {
        var order = await Customer().GetFromJsonAsync<JsonElement>("/api/orders/1");

        Assert.Equal("pending", order.GetProperty("status").GetString());
        Assert.Equal(20m, order.GetProperty("total").GetDecimal());
    }

    [Fact]
    public async Task GetOrder_OfAnotherCustomer_LooksAbsent()
    {
        var response = await api.As("customer", 8).GetAsync("/api/orders/1");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task GetOrder_AsStaff_IsShown() =>
        Assert.Equal(HttpStatusCode.OK, (await api.As("staff", null).GetAsync("/api/orders/1")).StatusCode);

    [Fact]
    public async Task GetOrder_WithoutToken_IsUnauthorized() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.CreateClient().GetAsync("/api/orders/1")).StatusCode);

    [Fact]
    public async Task ListOrders_OfAnotherCustomer_IsForbidden() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await Customer().GetAsync("/api/orders?customerId=8")).StatusCode);

    [Fact]
    public async Task PlaceOrder_GoodLines_IsCreatedForTheCaller()
    {
        var response = await PlaceAsync(10, 2);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("/api/orders/2", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task PlaceOrder_QuantityZero_NamesTheField()
    {
        var response = await PlaceAsync(10, 0);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(problem.GetProperty("errors").TryGetProperty("lines", out _));
    }

    [Fact]
    public async Task PlaceOrder_SoldOut_IsAConflict() =>
        Assert.Equal(HttpStatusCode.Conflict, (await PlaceAsync(OrdersInMemory.SoldOutProduct, 1)).StatusCode);

    private Task<HttpResponseMessage> PlaceAsync(long productId, int quantity) =>
        Customer().PostAsJsonAsync("/api/orders", new { lines = new[] { new { productId, quantity } } });

    private HttpClient Customer() => api.As("customer", OrdersInMemory.CustomerId);
}
