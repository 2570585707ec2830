using System.Security.Claims;

namespace Planner.Api.Access;

/// <summary>Who calls.</summary>
/// <param name="Name">Stands beside what they decide.</param>
/// <param name="Role">What they may do.</param>
internal sealed record Caller(string Name, ApiRole Role)
{
    /// <summary>Who works on the machine itself.</summary>
    public static Caller Local { get; } = new("local operator", ApiRole.Operator);

    public ClaimsPrincipal Principal(string scheme) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, Name), .. Roles().Select(r => new Claim(ClaimTypes.Role, r.ToString()))], scheme));

    /// <summary>Who is signed in; only where a route asked for a role.</summary>
    public static Caller Of(ClaimsPrincipal user) => new(
        user.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in on a route that needs it."),
        Enum.GetValues<ApiRole>().Where(r => user.IsInRole(r.ToString())).Max());

    private IEnumerable<ApiRole> Roles() => Enum.GetValues<ApiRole>().Where(r => r <= Role);
}
