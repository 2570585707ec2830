using DurableTask.AzureStorage;
using Planner.Conformance.Engine;
using Planner.Durability;

namespace Planner.Functions.Tests.Durable;

/// <summary>
/// The adapter on Azure Storage, or on Azurite, under the connection string in <c>PLANNER_TEST_STORAGE</c>.
/// </summary>
public sealed class AzureStorageConformanceTests : EngineConformance
{
    // What a host had taken when it went comes back after this.
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(15);

    protected override TimeSpan Soon => TimeSpan.FromSeconds(2);

    protected override TimeSpan Patience => TimeSpan.FromSeconds(120);

    protected override int Many => 20;

    protected override Task<EngineHarness> Host(WorkflowCatalog catalog)
    {
        var connection = Environment.GetEnvironmentVariable("PLANNER_TEST_STORAGE");
        Assert.SkipWhen(string.IsNullOrEmpty(connection), "PLANNER_TEST_STORAGE names no storage account; Azurite will do.");
        var hub = $"t{Guid.NewGuid():N}";
        return new DurableHarness(() => Open(connection!, hub), catalog).Start();
    }

    private static async Task<Sidecar> Open(string connection, string hub)
    {
        var store = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
        {
            StorageAccountClientProvider = new StorageAccountClientProvider(connection),
            TaskHubName = hub,
            PartitionCount = 1,
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(200),
            ControlQueueVisibilityTimeout = Lock,
            WorkItemQueueVisibilityTimeout = Lock,
            ThrowExceptionOnInvalidDedupeStatus = true,
        });
        await store.CreateIfNotExistsAsync();
        return await Sidecar.Start(store, () => store.StopAsync(isForced: true));
    }
}
