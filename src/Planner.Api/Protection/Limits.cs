using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Planner.Api.Protection;

/// <summary>How large and how slow a request may be.</summary>
internal static class Limits
{
    /// <summary>Largest body of a request to the API, in bytes: 64 KB.</summary>
    public const long BodyBytes = 64 * 1024;

    /// <summary>Longest time for an answer.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    /// <summary>The body limit of a group of routes.</summary>
    public static TBuilder WithBodyLimit<TBuilder>(this TBuilder routes, long bytes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new BodyLimit(bytes));

    private sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
