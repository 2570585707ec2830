using System.Net.Http.Headers;
using System.Text;

namespace Planner.Integrations.Jira.Rest;

/// <summary>Where the interface is and how a call signs in. Under the gateway, addresses for people are still those of the site.</summary>
internal sealed class JiraRoot(JiraOptions options)
{
    private readonly Uri site = Slashed(options.BaseUrl);

    /// <summary>Where people open the site; ends with a slash.</summary>
    public Uri Site => site;

    /// <summary>What paths of calls are relative to; ends with a slash.</summary>
    public Uri Api { get; } = options.CloudId is { Length: > 0 } cloud
        ? new(Slashed(options.GatewayUrl), $"ex/jira/{JiraCall.Part(cloud)}/")
        : Slashed(options.BaseUrl);

    /// <summary>The wiki of the same site, relative to <see cref="Api"/>.</summary>
    public string Wiki { get; } = options.CloudId is { Length: > 0 } id ? $"../../confluence/{JiraCall.Part(id)}/wiki" : "wiki";

    /// <summary>True where only Cloud can be behind it.</summary>
    public bool IsGateway { get; } = options.CloudId is { Length: > 0 };

    public AuthenticationHeaderValue SignIn { get; } = options switch
    {
        { PersonalAccessToken: { Length: > 0 } token } => new("Bearer", token),
        { Email: { Length: > 0 } email } => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{email}:{options.ApiToken}"))),
        _ => new("Bearer", options.ApiToken),
    };

    /// <summary>Which keys of the configuration hold the credentials.</summary>
    public string SignInKeys { get; } = options switch
    {
        { PersonalAccessToken.Length: > 0 } => "Jira__PersonalAccessToken",
        { Email.Length: > 0 } => "Jira__Email and Jira__ApiToken",
        _ => "Jira__ApiToken (an OAuth 2 access token)",
    };

    public Uri Browse(string key, string? comment = null) =>
        new(site, $"browse/{JiraCall.Part(key)}{(comment is null ? "" : $"?focusedCommentId={JiraCall.Part(comment)}")}");

    /// <summary>True for addresses of the configured Jira alone.</summary>
    public bool Owns(Uri address) =>
        Uri.Compare(address, Api, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
        && address.UserInfo.Length == 0
        && address.AbsolutePath.StartsWith(Api.AbsolutePath, StringComparison.Ordinal);

    private static Uri Slashed(string address) => new(address.TrimEnd('/') + "/");
}
