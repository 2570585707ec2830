using System.Net;
using Microsoft.AspNetCore.Http;

namespace Planner.Api.Access;

/// <summary>Tells calls of this very machine from those that a proxy or another machine hands on.</summary>
internal static class LocalCall
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>True where both ends are this machine, by a name of this machine, and nothing stands between.</summary>
    public static bool Is(HttpContext context) =>
        IsLoopback(context.Connection.LocalIpAddress)
        && IsLoopback(context.Connection.RemoteIpAddress)
        && HasLocalName(context.Request.Host)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);

    /// <summary>True for names that only this machine answers to; another name that leads here is a trick of a web page (DNS rebinding).</summary>
    public static bool HasLocalName(HostString host) => host.HasValue && Names.Contains(host.Host, StringComparer.OrdinalIgnoreCase);

    /// <summary>True for an address that other machines cannot reach.</summary>
    public static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);
}
