using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Shop.Api.Authentication;

/// <summary>Reads <c>Authorization: Bearer</c> tokens of the identity service.</summary>
internal sealed class AccessTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IOptions<TokenOptions> tokens,
    TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Prefix = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var token = AccessToken.Verify(header[Prefix.Length..].Trim(), tokens.Value.SigningKey, clock.GetUtcNow());
        return Task.FromResult(token is null
            ? AuthenticateResult.Fail("The access token is not valid.")
            : AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(token), SchemeName)));
    }

    private static ClaimsPrincipal PrincipalOf(AccessToken token)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, token.Subject), new(ClaimTypes.Role, token.Role)];
        if (token.CustomerId is { } customerId)
        {
            claims.Add(new Claim(Caller.CustomerIdClaim, customerId.ToString(CultureInfo.InvariantCulture)));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName));
    }
}
