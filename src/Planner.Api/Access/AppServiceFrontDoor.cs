using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Planner.Api.Access;

/// <summary>
/// Callers that App Service authentication signed in. It strips these headers from what comes from outside, but only
/// where it is switched on; the platform says so in variables that no request can set.
/// </summary>
internal sealed class AppServiceFrontDoor(IOptions<ApiOptions> options, IConfiguration configuration)
{
    private const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL";
    private const string NameHeader = "X-MS-CLIENT-PRINCIPAL-NAME";
    private const int LongestHeader = 32 * 1024;
    private const int LongestName = 200;

    /// <summary>True where its headers can be believed.</summary>
    public bool IsTrusted { get; } = options.Value.TrustAppServiceAuthentication && IsPresent(configuration);

    /// <summary>True where the process runs behind it.</summary>
    public static bool IsPresent(IConfiguration configuration) =>
        configuration["WEBSITE_INSTANCE_ID"] is { Length: > 0 }
        && string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Who is signed in, or null. An app role named viewer, stakeholder or operator counts; people without one are
    /// stakeholders, since an administrator let them in to decide.
    /// </summary>
    public Caller? Find(IHeaderDictionary headers)
    {
        var name = headers[NameHeader].ToString().Trim();
        if (!IsTrusted || name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return null;
        }

        var roles = Roles(headers[PrincipalHeader].ToString()).ToList();
        return new Caller(name, roles.Count == 0 ? ApiRole.Stakeholder : roles.Max());
    }

    private static IEnumerable<ApiRole> Roles(string header)
    {
        foreach (var claim in Claims(header).Where(c => c.Type is "roles" or "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"))
        {
            if (ApiOptionsValidator.IsRole(claim.Value, out var role))
            {
                yield return role;
            }
        }
    }

    private static IEnumerable<(string Type, string Value)> Claims(string header)
    {
        if (header.Length is 0 or > LongestHeader)
        {
            return [];
        }

        return JsonSerializer.Deserialize<Principal>(Convert.FromBase64String(header), JsonSerializerOptions.Web)?.Claims?
            .Select(c => (c.Typ ?? "", c.Val ?? "")) ?? [];
    }

    private sealed record Principal(IReadOnlyList<PrincipalClaim>? Claims);

    private sealed record PrincipalClaim(string? Typ, string? Val);
}
