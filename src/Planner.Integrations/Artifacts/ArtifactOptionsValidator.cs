using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Planner.Integrations.Blobs;

namespace Planner.Integrations.Artifacts;

/// <summary>
/// Checks <see cref="ArtifactOptions"/> without asking the network or writing. Messages name the setting and how to mend it, and
/// repeat no secret.
/// </summary>
internal sealed partial class ArtifactOptionsValidator : IValidateOptions<ArtifactOptions>
{
    public ValidateOptionsResult Validate(string? name, ArtifactOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(ArtifactOptions options)
    {
        if (options.IsBlob)
        {
            return Account(options).Concat(Container(options));
        }

        if (!options.IsFile)
        {
            return ["Artifacts__Store is neither File nor Blob: give one of the two."];
        }

        return string.IsNullOrWhiteSpace(options.Path)
            ? ["Artifacts__Path is missing: give the folder that plans go to, or set Artifacts__Store to Blob."]
            : File.Exists(options.Path) ? ["Artifacts__Path is a file: give the folder that plans go to."] : [];
    }

    private static IEnumerable<string> Account(ArtifactOptions options) => options switch
    {
        { ConnectionString: not (null or ""), AccountUrl: not (null or "") } =>
            ["Artifacts__ConnectionString and Artifacts__AccountUrl are both set: keep one."],
        { ConnectionString: { Length: > 0 } connection } => ConnectionString(connection),
        { AccountUrl: { Length: > 0 } url } => AccountUrl(url),
        _ =>
            ["Artifacts__Store is Blob without an account: give Artifacts__AccountUrl (https://NAME.blob.core.windows.net, opened by identity) or "
                + "Artifacts__ConnectionString."],
    };

    private static IEnumerable<string> ConnectionString(string connection)
    {
        var isReadable = true;
        try
        {
            _ = BlobContainers.ByConnectionString(connection, "plans");
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            isReadable = false;
        }

        if (!isReadable)
        {
            yield return "Artifacts__ConnectionString is no connection string of a storage account: copy it whole from the account's access keys; it begins "
                + "with DefaultEndpointsProtocol= (or is UseDevelopmentStorage=true).";
        }
    }

    private static IEnumerable<string> AccountUrl(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            yield return "Artifacts__AccountUrl is no https address: give the account's blob address, https://NAME.blob.core.windows.net.";
        }
        else if (address.Query.Length + address.Fragment.Length + address.UserInfo.Length > 0)
        {
            yield return "Artifacts__AccountUrl carries a signature or a user: give the address without what follows '?'; to use a signature, give "
                + "Artifacts__ConnectionString.";
        }
        else if (address.AbsolutePath.Length > 1 && address.Host.Contains(".blob.", StringComparison.OrdinalIgnoreCase))
        {
            yield return "Artifacts__AccountUrl carries a path: give the account's address alone, and the container in Artifacts__Container.";
        }
    }

    private static IEnumerable<string> Container(ArtifactOptions options)
    {
        if (!ContainerName().IsMatch(options.Container ?? ""))
        {
            yield return "Artifacts__Container is no name of a container: use 3 to 63 lower-case letters, digits and single hyphens between them, or leave it "
                + "out for 'plans'.";
        }
    }

    [GeneratedRegex(@"\A(?=.{3,63}\z)[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ContainerName();
}
