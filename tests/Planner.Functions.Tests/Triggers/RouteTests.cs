using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Planner.Functions.Tests.Hosting;

namespace Planner.Functions.Tests.Triggers;

public sealed class RouteTests
{
    private static readonly string[] Open = ["/health/live", "/health/ready", "/api/jira/webhook"];

    [Fact]
    public async Task EveryOperationThatIsDescribed_IsServedToThoseWhoMayCall()
    {
        using var place = new HostPlace(TaskHubs.InMemory(), inMemory: true, "UseDevelopmentStorage=true");
        await using var host = await FunctionsHost.Start(place);
        var described = await host.Stranger.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);

        foreach (var path in described.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(o => o.Value.ValueKind == JsonValueKind.Object))
            {
                using var request = new HttpRequestMessage(
                    new HttpMethod(operation.Name.ToUpperInvariant()),
                    path.Name.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
                using var answer = await host.Stranger.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(Open.Contains(path.Name) || answer.StatusCode == HttpStatusCode.Unauthorized, $"{operation.Name} {path.Name}: {answer.StatusCode}");
            }
        }

        Assert.Contains(described.GetProperty("paths").EnumerateObject(), p => p.Name == "/api/runs/{id}/events");
    }

    [Fact]
    public async Task HealthAndUnknownPaths_AreAnsweredByTheSameCode()
    {
        using var place = new HostPlace(TaskHubs.InMemory(), inMemory: true, "UseDevelopmentStorage=true");
        await using var host = await FunctionsHost.Start(place);

        var ready = await host.Stranger.GetFromJsonAsync<JsonElement>("/health/ready", TestContext.Current.CancellationToken);
        using var unknown = await host.Client.GetAsync("/api/nothing", TestContext.Current.CancellationToken);
        using var unsigned = await host.Client.PostAsJsonAsync("/api/jira/webhook", new { }, TestContext.Current.CancellationToken);

        Assert.Equal((true, "ok"), (ready.GetProperty("ready").GetBoolean(), ready.GetProperty("engine").GetString()));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (unknown.StatusCode, unknown.Content.Headers.ContentType?.MediaType));
        Assert.Equal("nosniff", unknown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotFound, unsigned.StatusCode);
    }
}
