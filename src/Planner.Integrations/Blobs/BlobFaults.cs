using Azure;
using Azure.Identity;
using Azure.Storage.Blobs.Models;
using Planner.Durability;

namespace Planner.Integrations.Blobs;

/// <summary>Turns what a storage account says into one line that tells how to go on, without keys or signatures.</summary>
/// <param name="place">The container's address, without a query.</param>
/// <param name="settings">The settings that name the account.</param>
/// <param name="named">The fault by its name.</param>
internal sealed class BlobFaults(string place, string settings, Func<string, bool, Exception?, StepException> named)
{
    /// <summary>Waits for work on the account.</summary>
    /// <exception cref="StepException">The account failed; which one, was said at the start.</exception>
    public async Task<T> Guard<T>(Task<T> work, CancellationToken cancellation)
    {
        try
        {
            return await work;
        }
        catch (Exception fault) when (IsOfTheAccount(fault) && !cancellation.IsCancellationRequested)
        {
            throw Explain(fault);
        }
    }

    /// <summary>The fault of a document that others changed each time before this process could.</summary>
    public StepException Crowded(string name) =>
        named(
            $"'{name}' in the blob container '{place}' is changed by too many at once. Then run the same command again; it goes on where it stopped.",
            true,
            null);

    // A cancelled task that nobody cancelled is a time-out of the network.
    private static bool IsOfTheAccount(Exception fault) =>
        fault is RequestFailedException or AuthenticationFailedException or OperationCanceledException or (IOException and not FileNotFoundException)
        || (fault is AggregateException many && many.InnerExceptions.All(IsOfTheAccount));

    private StepException Explain(Exception fault)
    {
        var last = fault is AggregateException many ? many.InnerExceptions[^1] : fault;
        var (what, retryHelps) = last switch
        {
            AuthenticationFailedException =>
                ($"needs an identity, and none was found: sign in with 'az login', give this machine a managed identity, or configure a "
                    + $"connection string", false),
            RequestFailedException { Status: 401 or 403 } refused => Refused(refused),
            RequestFailedException { Status: > 0 } answered => Answered(answered),
            _ => ($"cannot be reached: check {settings}, the name of the account and the network", true),
        };

        // What the service says about a refused signature repeats parts of the request: it goes no further.
        var inner = last is RequestFailedException { Status: 0 } or OperationCanceledException or IOException ? last : null;
        return named($"The blob container '{place}' {what}. Then run the same command again; it goes on where it stopped.", retryHelps, inner);
    }

    private (string What, bool RetryHelps) Refused(RequestFailedException fault) => fault.ErrorCode switch
    {
        "AuthorizationPermissionMismatch" or "AuthorizationFailure" or "InsufficientAccountPermissions" =>
            ($"may not be used ({fault.ErrorCode}): give the identity the role 'Storage Blob Data Contributor' or check the key in {settings}, and check the "
                + $"account's firewall", false),
        _ => ($"refused the key or signature ({Code(fault)}): check {settings} and the clock of this machine", false),
    };

    private static (string What, bool RetryHelps) Answered(RequestFailedException fault) => fault switch
    {
        _ when fault.ErrorCode == BlobErrorCode.ContainerBeingDeleted => ("is being deleted: wait a minute, or choose another container", true),
        { Status: 408 or 429 or >= 500 } => ($"is on an account that is busy or out of order ({Code(fault)}): wait a little", true),
        _ => ($"cannot be used ({Code(fault)}): check the account and the name of the container", false),
    };

    private static string Code(RequestFailedException fault) => $"{fault.Status} {fault.ErrorCode}".TrimEnd();
}
