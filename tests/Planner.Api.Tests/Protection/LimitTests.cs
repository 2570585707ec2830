using System.Net.Sockets;
using System.Text;

namespace Planner.Api.Tests.Protection;

public sealed class LimitTests
{
    [Fact]
    public async Task HugeBody_IsRefused()
    {
        await using var host = await ApiHost.Start();

        using var response = await host.Client.PostAsJsonAsync(
            "/api/runs",
            new { ticket = "SHOP-7", codebase = new string('x', 100_000) },
            TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task HugeBodyWithoutALength_IsRefusedWhenItPassesTheLimit()
    {
        await using var host = await ApiHost.Start();
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        // One byte too many and no more: what is refused has been read, so that nothing still on its way resets the connection.
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST /api/runs HTTP/1.1\r\nHost: {host.Address.Authority}\r\nContent-Type: application/json\r\nTransfer-Encoding: "
                + $"chunked\r\n\r\n10001\r\n{{\"ticket\":\"{new string('x', 0x10001 - 11)}"),
            TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream, Encoding.Latin1);

        Assert.Contains(" 413 ", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeepBody_IsRefused()
    {
        await using var host = await ApiHost.Start();
        using var content = new StringContent(string.Concat(Enumerable.Repeat("{\"ticket\":", 5_000)), Encoding.UTF8, "application/json");

        using var response = await host.Client.PostAsync("/api/runs", content, TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task CallerWhoAsksTooOften_WaitsAsTold_AndOthersDoNot()
    {
        await using var host = await ApiHost.Start([.. ApiHost.Keys(), ("Api:RequestsPerMinute", "10")]);
        using var vera = host.As(ApiHost.Viewer);
        using var stan = host.As(ApiHost.Stakeholder);
        for (var i = 0; i < 10; i++)
        {
            await vera.Json("/api/runs");
        }

        using var refused = await vera.GetAsync("/api/runs", TestContext.Current.CancellationToken);
        using var other = await stan.GetAsync("/api/runs", TestContext.Current.CancellationToken);

        await refused.IsProblem(HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task GuessingKeys_IsSlow()
    {
        await using var host = await ApiHost.Start([.. ApiHost.Keys(), ("Api:RequestsPerMinute", "20")]);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var client = host.As($"guess-{i}");
            using var response = await client.GetAsync("/api/runs", TestContext.Current.CancellationToken);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], statuses);
    }

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/runs", HttpStatusCode.MethodNotAllowed)]
    public async Task AddressOrMethodThatIsNotThere_IsAProblem(string method, string path, HttpStatusCode status)
    {
        await using var host = await ApiHost.Start();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await response.IsProblem(status);
    }

    [Theory]
    [InlineData("/api/runs")]
    [InlineData("/api/runs/none")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    public async Task EveryAnswer_CarriesTheGuards(string path)
    {
        await using var host = await ApiHost.Start();

        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }
}
