using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Planner.Integrations.Blobs;

/// <summary>Who this process is to a storage account.</summary>
/// <param name="IsManaged">True for the managed identity alone; else whatever identity is found (environment, managed identity, <c>az login</c>).</param>
/// <param name="ClientId">The client id of a user-assigned managed identity; null for the system-assigned one.</param>
public sealed record BlobIdentity(bool IsManaged, string? ClientId)
{
    private const string ProcessClientId = "AZURE_CLIENT_ID";

    /// <summary>The identity of the process: <c>AZURE_CLIENT_ID</c> names a user-assigned one.</summary>
    public static BlobIdentity OfProcess(IConfiguration configuration) => new(false, Text(configuration[ProcessClientId]));

    /// <summary>The identity of a connection of the Functions host: <c>credential</c> and <c>clientId</c> in its section count first.</summary>
    public static BlobIdentity OfConnection(IConfiguration configuration, string connection)
    {
        var section = configuration.GetSection(connection);
        var isManaged = string.Equals(section["credential"], "managedidentity", StringComparison.OrdinalIgnoreCase);
        return new BlobIdentity(isManaged, Text(section["clientId"]) ?? Text(configuration[ProcessClientId]));
    }

    /// <summary>The credential; asking for one sends nothing.</summary>
    public TokenCredential Credential() => IsManaged
        ? new ManagedIdentityCredential(ClientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(ClientId))
        : new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = ClientId });

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
