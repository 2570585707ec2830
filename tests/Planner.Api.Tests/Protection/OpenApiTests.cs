using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Planner.Testing.Approvals;

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
        var described = document.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}"));

        Assert.Equal(served.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryRoute_HasANameASummaryAndItsAnswers()
    {
        await using var host = await ApiHost.Start();

        var operations = (await host.Client.Json("/openapi/v1.json"))
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject())
            .Select(o => o.Value)
            .ToList();

        Assert.Equal(operations.Count, operations.Select(o => o.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, o => Assert.NotEmpty(o.GetProperty("summary").GetString()!));
        Assert.All(operations, o => Assert.Contains(o.GetProperty("responses").EnumerateObject(), r => r.Name.StartsWith('2')));
    }

    /// <summary>Clients are written against it: routes and fields may come, but none may go or change its meaning.</summary>
    [Fact]
    public async Task Description_IsTheApprovedOne()
    {
        await using var host = await ApiHost.Start();
        var document = JsonNode.Parse(await host.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;

        Approved.Matches("OpenApi.approved.txt", OpenApiOutline.Of(document));
    }

    private static string Pattern(RouteEndpoint endpoint) =>
        "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace("{**path}", "{path}", StringComparison.Ordinal);
}
