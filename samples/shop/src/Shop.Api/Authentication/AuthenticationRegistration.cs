using Microsoft.AspNetCore.Authentication;

namespace Shop.Api.Authentication;

internal static class AuthenticationRegistration
{
    public static IServiceCollection AddShopAuthentication(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TokenOptions>().Bind(configuration.GetSection(TokenOptions.Section)).ValidateDataAnnotations();
        services.AddAuthentication(AccessTokenHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenHandler>(AccessTokenHandler.SchemeName, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Customer, policy => policy.RequireRole(Roles.Customer).RequireClaim(Caller.CustomerIdClaim))
            .AddPolicy(Policies.Staff, policy => policy.RequireRole(Roles.Staff))
            .AddPolicy(Policies.CustomerOrStaff, policy => policy.RequireRole(Roles.Customer, Roles.Staff));
        return services;
    }
}
