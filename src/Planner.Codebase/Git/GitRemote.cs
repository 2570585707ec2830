using System.Text;

namespace Planner.Codebase.Git;

/// <summary>A repository elsewhere, and how git reaches it.</summary>
/// <param name="Url">Its address, without secrets.</param>
/// <param name="Branch">The branch; null for the one that the repository names.</param>
/// <param name="Token">Opens it over https; null where none is needed.</param>
/// <param name="Protocols">What git may speak; nothing else is added to them outside of tests.</param>
internal sealed record GitRemote(string Url, string? Branch, string? Token, IReadOnlyList<string> Protocols)
{
    // Hosts take a token as the password of any user; those that want a certain one have it in the address.
    private const string AnyUser = "x-access-token";

    /// <summary>What git is asked for.</summary>
    public string Reference => Branch is null ? "HEAD" : $"refs/heads/{Branch}";

    /// <summary>
    /// All that git is told. Nothing of the user's or the machine's settings reaches it; the token is in the environment alone,
    /// for this host alone, and is not carried along to where an answer redirects.
    /// </summary>
    /// <param name="home">A folder of our own.</param>
    public Dictionary<string, string> Environment(string home)
    {
        var environment = GitSurroundings.Of(home);
        environment["GIT_ALLOW_PROTOCOL"] = string.Join(':', Protocols);
        var settings = Settings().ToList();
        environment["GIT_CONFIG_COUNT"] = settings.Count.ToString();
        for (var i = 0; i < settings.Count; i++)
        {
            (environment[$"GIT_CONFIG_KEY_{i}"], environment[$"GIT_CONFIG_VALUE_{i}"]) = settings[i];
        }

        return environment;
    }

    /// <summary>What git said, without the token in any form.</summary>
    public string Clean(string said) => Token is { Length: > 0 } token
        ? said.Replace(token, "…", StringComparison.Ordinal).Replace(Credentials(token), "…", StringComparison.Ordinal)
        : said;

    private IEnumerable<(string Key, string Value)> Settings() =>
    [
        ("remote.origin.url", Url), ("remote.origin.promisor", "true"), ("remote.origin.partialclonefilter", "blob:none"),
        ("protocol.allow", "never"), .. Protocols.Select(p => ($"protocol.{p}.allow", "always")),
        ("core.hooksPath", GitSurroundings.Nothing), ("core.fsmonitor", "false"), ("core.attributesFile", GitSurroundings.Nothing),
        ("core.protectHFS", "true"), ("core.protectNTFS", "true"), ("core.askPass", ""), ("credential.helper", ""),
        ("gc.auto", "0"), ("maintenance.auto", "false"), ("submodule.recurse", "false"), ("fetch.recurseSubmodules", "false"),
        ("http.lowSpeedLimit", "1000"), ("http.lowSpeedTime", "60"), .. Authorization(),
    ];

    private IEnumerable<(string Key, string Value)> Authorization() => Token is { Length: > 0 } token
        ? [($"http.{Host}/.extraHeader", $"Authorization: Basic {Credentials(token)}"), ("http.followRedirects", "false")]
        : [];

    /// <summary>With its scheme and port.</summary>
    private string Host => new UriBuilder(Url) { UserName = "", Path = "" }.Uri.GetLeftPart(UriPartial.Authority);

    private string Credentials(string token)
    {
        var user = new Uri(Url).UserInfo;
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{(user.Length > 0 ? Uri.UnescapeDataString(user) : AnyUser)}:{token}"));
    }
}
