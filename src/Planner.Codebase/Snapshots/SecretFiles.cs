using Planner.Core.Text.Paths;

namespace Planner.Codebase.Snapshots;

/// <summary>Files that hold keys or passwords by their names. A snapshot knows them by path only.</summary>
internal static class SecretFiles
{
    private static readonly string[] Names =
    [
        ".npmrc", ".pypirc", ".netrc", "_netrc", ".pgpass", ".htpasswd", ".git-credentials", ".dockercfg", "secrets.json", "credentials.json",
        "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "kubeconfig",
    ];

    private static readonly string[] Extensions =
        [".pem", ".key", ".pfx", ".p12", ".p8", ".ppk", ".jks", ".keystore", ".kdbx", ".publishsettings", ".tfstate", ".tfvars"];

    private static readonly string[] Samples = [".example", ".sample", ".template", ".dist", ".defaults"];

    public static bool Is(string path)
    {
        var name = PathParts.Name(path).ToLowerInvariant();
        return Names.Contains(name) || Extensions.Contains(Path.GetExtension(name)) || IsEnvironment(name)
            || path.EndsWith(".aws/credentials", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".docker/config.json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary><c>.env</c>, <c>.env.production</c> and <c>prod.env</c>; samples show names, not values.</summary>
    private static bool IsEnvironment(string name) =>
        (name == ".env" || name.StartsWith(".env.", StringComparison.Ordinal) || name.EndsWith(".env", StringComparison.Ordinal))
        && !Samples.Any(s => name.EndsWith(s, StringComparison.Ordinal));
}
