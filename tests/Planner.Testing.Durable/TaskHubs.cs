using DurableTask.AzureStorage;
using DurableTask.Core;

namespace Planner.Testing.Durable;

/// <summary>Places for orchestrations; what is returned opens the place, again after every stop.</summary>
internal static class TaskHubs
{
    // What a host had taken when it went comes back after this.
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(15);

    /// <summary>A new task hub in memory.</summary>
    /// <param name="turnEnded">Sees what each turn of an orchestration leaves behind.</param>
    public static Func<Task<Sidecar>> InMemory(Action<OrchestrationRuntimeState>? turnEnded = null)
    {
        var store = new RestartableStore(turnEnded);
        return () => Sidecar.Start(store, store.Reclaim);
    }

    /// <summary>A new task hub in a storage account.</summary>
    public static Func<Task<Sidecar>> InAzureStorage(string connection)
    {
        var settings = new AzureStorageOrchestrationServiceSettings
        {
            StorageAccountClientProvider = new StorageAccountClientProvider(connection),
            TaskHubName = $"t{Guid.NewGuid():N}",
            PartitionCount = 1,
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(200),
            ControlQueueVisibilityTimeout = Lock,
            WorkItemQueueVisibilityTimeout = Lock,
            ThrowExceptionOnInvalidDedupeStatus = true,
        };
        return async () =>
        {
            var store = new AzureStorageOrchestrationService(settings);
            await store.CreateIfNotExistsAsync();
            return await Sidecar.Start(store, () => store.StopAsync(isForced: true));
        };
    }
}
