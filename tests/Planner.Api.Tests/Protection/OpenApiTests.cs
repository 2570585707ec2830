using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Planner.Api.Tests.Protection;

public sealed class OpenApiTests
{
    [Fact]
    public async Task Description_NamesTheRoutesThatAreServed_AndNoOther()
    {
        await using var host = await ApiHost.Start();
        var served = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(m => $"{m} {Pattern(e)}"))
            .Where(r => !r.EndsWith("/openapi/{documentName}.json", StringComparison.Ordinal));

        var document = await host.Client.Json("/openapi/v1.json");
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}"));

        Assert.Equal(served.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryRoute_HasANameASummaryAndItsAnswers()
    {
        await using var host = await ApiHost.Start();

        var operations = (await host.Client.Json("/openapi/v1.json")).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value).ToList();

        Assert.Equal(operations.Count, operations.Select(o => o.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, o => Assert.NotEmpty(o.GetProperty("summary").GetString()!));
        Assert.All(operations, o => Assert.Contains(o.GetProperty("responses").EnumerateObject(), r => r.Name.StartsWith('2')));
    }

    [Fact]
    public async Task Design_RoutesOfRuns_AreServed()
    {
        await using var host = await ApiHost.Start();
        var paths = (await host.Client.Json("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "/api/runs", "/api/runs/{id}", "/api/runs/{id}/events", "/api/runs/{id}/decisions", "/api/runs/{id}/decisions/{decision}",
                "/api/runs/{id}/questions/{question}", "/api/runs/{id}/cancel", "/api/runs/{id}/suspend", "/api/runs/{id}/resume",
                "/api/runs/{id}/artifacts", "/api/runs/{id}/artifacts/{path}", "/api/runs/{id}/artifacts.zip",
                "/api/runs/{id}/tasks", "/api/runs/{id}/tasks/{task}", "/health/live", "/health/ready",
            },
            paths);
    }

    private static string Pattern(RouteEndpoint endpoint) =>
        "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace("{**path}", "{path}", StringComparison.Ordinal);
}
