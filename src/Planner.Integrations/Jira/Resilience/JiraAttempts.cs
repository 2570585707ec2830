using System.Net;
using Planner.Integrations.Jira.Rest;

namespace Planner.Integrations.Jira.Resilience;

/// <summary>When another attempt may help, and when it may harm.</summary>
internal static class JiraAttempts
{
    /// <summary>The call that a request belongs to.</summary>
    public static readonly HttpRequestOptionsKey<JiraCall> Call = new("Planner.Jira.Call");

    public static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests || (int)status >= 500;

    /// <summary>False where the connection never came about, so that nothing can have taken effect.</summary>
    public static bool WasSent(HttpRequestException fault) =>
        fault.HttpRequestError is not (HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError);
}
