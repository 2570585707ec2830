using Azure.Core;
using Azure.Storage.Blobs;

namespace Planner.Integrations.Blobs;

/// <summary>Containers by what settings say of their account. Opening one sends nothing.</summary>
public static class BlobContainers
{
    /// <summary>By a connection string.</summary>
    public static BlobContainerClient ByConnectionString(string connection, string container) => new(connection, container, Client());

    /// <summary>By the account's address and an identity.</summary>
    public static BlobContainerClient ByIdentity(string accountUrl, string container, BlobIdentity identity) =>
        new(new Uri($"{accountUrl.TrimEnd('/')}/{container}"), identity.Credential(), Client());

    /// <summary>A container's address for people: without a query, which may hold a signature.</summary>
    public static string Address(BlobContainerClient container) => container.Uri.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>Steps are tried again by their own policy; a client that waits long would only hide what is wrong.</summary>
    internal static BlobClientOptions Client() => new()
    {
        Retry =
        {
            Mode = RetryMode.Exponential,
            MaxRetries = 3,
            Delay = TimeSpan.FromMilliseconds(400),
            MaxDelay = TimeSpan.FromSeconds(5),
            NetworkTimeout = TimeSpan.FromSeconds(30),
        },
    };
}
