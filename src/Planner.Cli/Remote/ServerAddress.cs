using Planner.Cli.Serving;

namespace Planner.Cli.Remote;

/// <summary>Which server, and the key to it.</summary>
internal sealed record ServerAddress(Uri Url, string? Key)
{
    private const string UrlVariable = "PLANNER_SERVER";
    private const string KeyVariable = "PLANNER_API_KEY";

    /// <summary>From <c>--server</c>, else the environment, else this machine.</summary>
    public static ServerAddress Find(string? option)
    {
        var (text, source) = option is not null
            ? (option, "--server")
            : (Environment.GetEnvironmentVariable(UrlVariable) is { Length: > 0 } set ? set : ServeCommand.DefaultUrl, UrlVariable);
        var key = Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } value ? value.Trim() : null;
        if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https")
            || url.UserInfo.Length + url.Query.Length > 0)
        {
            throw new UsageException($"{source} '{Terminal.Clean(text)}' is no address of a server: write it like {ServeCommand.DefaultUrl}.");
        }

        return key is not null && url.Scheme == "http" && !url.IsLoopback
            ? throw new UsageException($"{source} is not encrypted and would send the key readable: use https, or unset {KeyVariable}.")
            : new ServerAddress(url, key);
    }
}
