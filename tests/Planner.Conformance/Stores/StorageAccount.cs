using Planner.Testing.Storage;

namespace Planner.Conformance.Stores;

/// <summary>
/// The storage account of a test assembly: the one that <c>PLANNER_TEST_STORAGE</c> opens, else an azurite that is
/// started when the first test asks and ended with the last one.
/// </summary>
public sealed class StorageAccount : IAsyncDisposable
{
    private const string Variable = "PLANNER_TEST_STORAGE";
    private readonly Lazy<Task<AzuriteServer>> server = new(AzuriteServer.Start);

    /// <summary>A connection string; the test is skipped where there is no account.</summary>
    public async Task<string> ConnectionString()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        Assert.SkipWhen(
            AzuriteServer.Program is null,
            $"There is no azurite on the path ('npm install azurite' brings it), and {Variable} holds no connection string of a storage account.");
        return (await server.Value).ConnectionString;
    }

    /// <summary>A name for a container that nobody else uses.</summary>
    public static string NewContainer() => $"t{Guid.NewGuid():N}";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated)
        {
            await (await server.Value).DisposeAsync();
        }
    }
}
