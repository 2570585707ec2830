using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Planner.Api.Access;

/// <summary>What a route asks of its caller.</summary>
internal static class Policies
{
    /// <summary>The least role that may call the route.</summary>
    public static TBuilder For<TBuilder>(this TBuilder route, ApiRole role)
        where TBuilder : IEndpointConventionBuilder => route.RequireAuthorization(role.ToString());

    public static void Add(AuthorizationOptions options)
    {
        foreach (var role in Enum.GetValues<ApiRole>())
        {
            options.AddPolicy(role.ToString(), p => p.AddAuthenticationSchemes(PlannerAuthentication.SchemeName).RequireRole(role.ToString()));
        }
    }
}
