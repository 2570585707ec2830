using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Planner.Api.Access;

/// <summary>Where a host listens: other machines may reach it only where callers must sign in.</summary>
/// <param name="Addresses">Like <c>http://127.0.0.1:7071</c>; empty where the platform decides, which counts as open to all.</param>
public sealed record Exposure(IReadOnlyList<string> Addresses)
{
    /// <summary>The platform decides where the host listens.</summary>
    public static Exposure Public { get; } = new([]);

    /// <summary>True where no other machine can reach the host.</summary>
    public bool IsLoopback => Addresses.Count > 0 && Addresses.All(IsLoopbackAddress);

    /// <exception cref="OptionsValidationException">It could be reached by anybody and nobody would have to sign in.</exception>
    internal void Require(ApiOptions options, IConfiguration configuration)
    {
        if (IsLoopback || options.Keys.Count > 0 || (options.TrustAppServiceAuthentication && AppServiceFrontDoor.IsPresent(configuration)))
        {
            return;
        }

        var (place, other) = Addresses.Count == 0
            ? ("The host", "switch App Service authentication on and set Api__TrustAppServiceAuthentication=true")
            : (Addresses.First(a => !IsLoopbackAddress(a)), "listen on http://127.0.0.1 only");
        var frontDoor = options.TrustAppServiceAuthentication
            ? " Api__TrustAppServiceAuthentication does not count here: the process does not run on App Service with authentication switched on."
            : "";
        throw new OptionsValidationException(ApiOptions.Section, typeof(ApiOptions), [
            $"{place} can be reached from other machines and no key is set up: set Api__Keys__0__Name, Api__Keys__0__Hash (sha256 in hex) and "
                + $"Api__Keys__0__Role, or {other}.{frontDoor}"]);
    }

    private static bool IsLoopbackAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Host is "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
