using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YamlDotNet.Serialization;

namespace Shop.Api.Tests;

/// <summary>api/openapi.yaml is written by hand; this holds it to what is served.</summary>
public sealed class OpenApiDocumentTests(ShopApi api) : IClassFixture<ShopApi>
{
    [Fact]
    public void Document_AndRoutes_NameTheSameOperations() => Assert.Equal(Served(), Documented());

    private SortedSet<string> Served()
    {
        api.CreateClient().Dispose();
        var endpoints = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        return new SortedSet<string>(
            from endpoint in endpoints
            let path = "/" + Regex.Replace(endpoint.RoutePattern.RawText!, ":[a-z]+}", "}").Trim('/')
            where path.StartsWith("/api/", StringComparison.Ordinal)
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            select $"{method} {path}",
            StringComparer.Ordinal);
    }

    private static SortedSet<string> Documented()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi.yaml"));
        var document = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(text);
        var paths = (Dictionary<object, object>)document["paths"];
        return new SortedSet<string>(
            from path in paths
            from method in ((Dictionary<object, object>)path.Value).Keys
            where (string)method != "parameters"
            select $"{((string)method).ToUpperInvariant()} {path.Key}",
            StringComparer.Ordinal);
    }
}
