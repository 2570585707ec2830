using Microsoft.AspNetCore.Http;
using Planner.Api.Problems;

namespace Planner.Api.Access;

/// <summary>
/// Keeps web pages of others out where a browser would lend them its caller: on this machine, and behind the front door's
/// cookies. A caller that shows a key is no page that borrowed a browser.
/// </summary>
internal sealed class ForeignPages(RequestDelegate next, AppServiceFrontDoor frontDoor, ApiKeyRing keys)
{
    public Task Invoke(HttpContext context) => Refusal(context) is { } reason
        ? Problem.Write(context, StatusCodes.Status403Forbidden, reason)
        : next(context);

    private string? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (IsLocalHost(context) && !LocalCall.HasLocalName(request.Host))
        {
            return "This server answers to localhost, 127.0.0.1 and [::1] only. To reach it by another name, set up keys.";
        }

        return ChangesSomething(request.Method) && !ShowsKey(request) && IsForeign(request)
            ? "Requests of other web pages are not taken."
            : null;
    }

    private bool IsLocalHost(HttpContext context) =>
        keys.IsEmpty && !frontDoor.IsTrusted && LocalCall.IsLoopback(context.Connection.LocalIpAddress);

    private static bool ChangesSomething(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static bool ShowsKey(HttpRequest request) =>
        request.Headers.ContainsKey("X-Api-Key") || request.Headers.ContainsKey("Authorization");

    // Browsers tell where a request comes from, and pages cannot change that.
    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }

        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
