using Microsoft.Extensions.DependencyInjection;
using Planner.Durability;

namespace Planner.Api.Tests.Problems;

public sealed class FaultTests
{
    private static readonly ApiScript Broken = new() { Configure = services => services.AddSingleton<IWorkflowClient>(new BrokenClient()) };

    [Theory]
    [InlineData("GET", "/api/runs")]
    [InlineData("GET", "/api/runs/SHOP-7-api-one")]
    [InlineData("GET", "/api/runs/SHOP-7-api-one/events")]
    [InlineData("GET", "/api/runs/SHOP-7-api-one/artifacts.zip")]
    [InlineData("POST", "/api/runs/SHOP-7-api-one/cancel")]
    public async Task EngineThatFails_IsAProblemThatTellsNothingOfTheInside(string method, string path)
    {
        await using var host = await ApiHost.Start(Broken);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var text = await response.IsProblem(HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task EngineThatFails_IsAliveAndNotReady()
    {
        await using var host = await ApiHost.Start(Broken);

        using var ready = await host.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        using var live = await host.Client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.StatusCode, live.StatusCode));
        var told = await ready.Json();
        Assert.Equal(("unreachable", "ok"), (told.GetProperty("engine").GetString(), told.GetProperty("artifacts").GetString()));
    }
}
