using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Planner.Api.Problems;

namespace Planner.Api.Access;

/// <summary>Signs callers in: by key, by the front door, or, where neither is set up, as who works on this machine.</summary>
internal sealed class PlannerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> monitor, ILoggerFactory loggers, UrlEncoder encoder, ApiKeyRing keys, AppServiceFrontDoor frontDoor)
    : AuthenticationHandler<AuthenticationSchemeOptions>(monitor, loggers, encoder)
{
    public const string SchemeName = "Planner";
    private const string KeyHeader = "X-Api-Key";
    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Write(Context, StatusCodes.Status401Unauthorized, "Sign in: send a key as `Authorization: Bearer KEY` or `X-Api-Key: KEY`.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problem.Write(Context, StatusCodes.Status403Forbidden, "This caller's role does not allow that.");

    private AuthenticateResult Authenticate()
    {
        if (PresentedKey() is { } key)
        {
            return keys.Find(key) is { } holder ? SignedIn(holder) : AuthenticateResult.Fail("The key is not known.");
        }

        if (frontDoor.Find(Request.Headers) is { } person)
        {
            return SignedIn(person);
        }

        return keys.IsEmpty && !frontDoor.IsTrusted && LocalCall.Is(Context) ? SignedIn(Caller.Local) : AuthenticateResult.NoResult();
    }

    private string? PresentedKey()
    {
        if (Request.Headers[KeyHeader].ToString() is { Length: > 0 } key)
        {
            return key;
        }

        var authorization = Request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
    }

    private static AuthenticateResult SignedIn(Caller caller) =>
        AuthenticateResult.Success(new AuthenticationTicket(caller.Principal(SchemeName), SchemeName));
}
