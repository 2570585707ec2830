using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Integrations.Blobs;

namespace Planner.Functions;

/// <summary>
/// The host's own storage account, as the Functions host reads it: <c>AzureWebJobsStorage</c> is a connection string on a
/// developer's machine; in Azure its parts name the account and the identity.
/// </summary>
internal static partial class HostStorage
{
    private const string Connection = "AzureWebJobsStorage";

    /// <summary>A container of the account; nothing is sent.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; says how to mend it, and repeats no secret.</exception>
    public static BlobContainerClient Container(IConfiguration configuration, string container)
    {
        if (configuration[Connection] is { Length: > 0 } connection)
        {
            return ByConnectionString(connection, container);
        }

        return BlobContainers.ByIdentity(BlobAddress(configuration.GetSection(Connection)), container, BlobIdentity.OfConnection(configuration, Connection));
    }

    /// <summary>The account's blob address.</summary>
    /// <exception cref="OptionsValidationException">Nothing names the account, or not well.</exception>
    public static string BlobAddress(IConfiguration section)
    {
        if (section["blobServiceUri"] is { Length: > 0 } address)
        {
            return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Query.Length == 0
                ? address
                : throw Wrong("AzureWebJobsStorage__blobServiceUri is no https address: give https://NAME.blob.core.windows.net, without a signature.");
        }

        var name = section["accountName"];
        if (string.IsNullOrEmpty(name))
        {
            throw Wrong(
                "Nothing names the storage account of runs: set AzureWebJobsStorage__accountName or AzureWebJobsStorage__blobServiceUri "
                + "(opened by identity), or AzureWebJobsStorage to a connection string.");
        }

        return AccountName().IsMatch(name)
            ? $"https://{name}.blob.core.windows.net"
            : throw Wrong("AzureWebJobsStorage__accountName is no name of a storage account: it has 3 to 24 lower-case letters and digits.");
    }

    private static BlobContainerClient ByConnectionString(string connection, string container)
    {
        try
        {
            return BlobContainers.ByConnectionString(connection, container);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw Wrong(
                "AzureWebJobsStorage is no connection string of a storage account: copy it whole from the account's access keys "
                + "(or write UseDevelopmentStorage=true).");
        }
    }

    private static OptionsValidationException Wrong(string fault) => new(Connection, typeof(HostStorage), [fault]);

    [GeneratedRegex(@"\A[a-z0-9]{3,24}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AccountName();
}
