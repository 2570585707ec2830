namespace Planner.Api.Tests;

public sealed class PlannerPipelineTests
{
    [Fact]
    public async Task HostWithItsOwnRouting_ServesTheSameRoutes()
    {
        await using var direct = await ApiHost.Start();
        await using var handedOver = await ApiHost.Start(new ApiScript { HandsOver = true });

        var id = await handedOver.FinishedRun();

        Assert.Equal("Completed", (await handedOver.Client.Json($"/api/runs/{id}")).GetProperty("status").GetString());
        Assert.Equal(Paths(await direct.Client.Json("/openapi/v1.json")), Paths(await handedOver.Client.Json("/openapi/v1.json")));
        Assert.Contains(
            "runStatus",
            await handedOver.Client.GetStringAsync($"/api/runs/{id}/events", TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostWithItsOwnRouting_HasTheSameGuards()
    {
        await using var host = await ApiHost.Start(new ApiScript { HandsOver = true }, [.. ApiHost.Keys()]);
        using var stranger = new HttpClient { BaseAddress = host.Address };
        using var viewer = host.As(ApiHost.Viewer);
        using var large = JsonContent.Create(new { ticket = "SHOP-7", codebase = new string('x', 100_000) });

        using var unknown = await stranger.GetAsync("/api/runs", TestContext.Current.CancellationToken);
        using var forbidden = await viewer.PostAsync("/api/runs/x/cancel", null, TestContext.Current.CancellationToken);
        using var missing = await viewer.GetAsync("/api/nothing", TestContext.Current.CancellationToken);
        using var tooLarge = await host.As(ApiHost.Operator).PostAsync("/api/runs", large, TestContext.Current.CancellationToken);

        await unknown.IsProblem(HttpStatusCode.Unauthorized);
        await forbidden.IsProblem(HttpStatusCode.Forbidden);
        await missing.IsProblem(HttpStatusCode.NotFound);
        await tooLarge.IsProblem(HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("nosniff", missing.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private static IEnumerable<string> Paths(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
}
