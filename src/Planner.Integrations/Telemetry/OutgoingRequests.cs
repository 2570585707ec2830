using System.Diagnostics;

namespace Planner.Integrations.Telemetry;

/// <summary>What spans of outgoing requests tell. Queries are redacted by the instrumentation itself, and headers are not recorded.</summary>
internal static class OutgoingRequests
{
    private static readonly HttpRequestOptionsKey<bool> Secret = new("Planner.SecretAddress");

    /// <summary>Marks a request whose whole address is a secret, like a webhook of a chat.</summary>
    public static void MarkSecret(HttpRequestMessage request) => request.Options.Set(Secret, true);

    /// <summary>False for what a host's parts say to each other.</summary>
    public static bool IsTraced(HttpRequestMessage request) => request.Content?.Headers.ContentType?.MediaType != "application/grpc";

    /// <summary>Leaves nothing but the host of a marked request.</summary>
    public static void HideSecretAddress(Activity span, HttpRequestMessage request)
    {
        if (request.Options.TryGetValue(Secret, out var isSecret) && isSecret)
        {
            span.SetTag("url.full", request.RequestUri!.GetLeftPart(UriPartial.Authority) + "/");
        }
    }
}
