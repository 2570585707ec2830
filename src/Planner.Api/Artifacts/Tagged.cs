using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Planner.Api.Artifacts;

/// <summary>Answers with a tag of their bytes; who has them already (<c>If-None-Match</c>) is told so with 304.</summary>
internal sealed class Tagged(IOptions<JsonOptions> options, IHttpContextAccessor accessor)
{
    /// <summary>A value as JSON.</summary>
    public IResult Json<T>(T value) => Bytes(JsonSerializer.SerializeToUtf8Bytes(value, options.Value.SerializerOptions), "application/json; charset=utf-8");

    /// <summary>Bytes; with a name they are saved as a file rather than shown.</summary>
    public IResult Bytes(byte[] bytes, string contentType, string? fileName = null)
    {
        // Kept by the caller alone, and asked about each time: roles change.
        accessor.HttpContext!.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Bytes(bytes, contentType, fileName, enableRangeProcessing: false, lastModified: null, TagOf(bytes));
    }

    private static EntityTagHeaderValue TagOf(byte[] bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
}
