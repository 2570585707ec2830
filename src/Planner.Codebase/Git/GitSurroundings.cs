namespace Planner.Codebase.Git;

/// <summary>The environment of every git: the way to programs, proxies and certificates, and nothing of the user's settings.</summary>
internal static class GitSurroundings
{
    private static readonly string[] Kept =
    [
        "PATH", "SYSTEMROOT", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "SSH_AUTH_SOCK",
    ];

    /// <summary>A file that holds nothing.</summary>
    public static string Nothing => OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    public static Dictionary<string, string> Of(string home)
    {
        var environment = Kept.Where(n => Environment.GetEnvironmentVariable(n) is not null)
            .ToDictionary(n => n, n => Environment.GetEnvironmentVariable(n)!, StringComparer.Ordinal);
        foreach (var (name, value) in Own(home))
        {
            environment[name] = value;
        }

        return environment;
    }

    // ssh finds its keys by the user's entry in the system, not by HOME; it must never ask.
    private static IEnumerable<(string Name, string Value)> Own(string home) =>
    [
        ("HOME", home), ("LC_ALL", "C.UTF-8"), ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", Nothing), ("GIT_ATTR_NOSYSTEM", "1"),
        ("GIT_TERMINAL_PROMPT", "0"), ("GIT_OPTIONAL_LOCKS", "0"),
        ("GIT_LITERAL_PATHSPECS", "1"), ("GIT_SSH_COMMAND", "ssh -oBatchMode=yes -oStrictHostKeyChecking=yes -oConnectTimeout=30"),
    ];
}
