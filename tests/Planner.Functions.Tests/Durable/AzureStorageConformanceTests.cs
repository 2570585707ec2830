using Planner.Conformance.Engine;
using Planner.Conformance.Stores;
using Planner.Durability;
using Planner.Testing.Categories;

namespace Planner.Functions.Tests.Durable;

/// <summary>The adapter on Azure Storage, or on Azurite.</summary>
[LongRunning]
public sealed class AzureStorageConformanceTests(StorageAccount account) : EngineConformance
{
    protected override string? LosesSignalsOfContinuedRuns => Sidecar.LosesEventsThatARunSendsItself;

    protected override TimeSpan Soon => TimeSpan.FromSeconds(2);

    protected override TimeSpan Patience => TimeSpan.FromSeconds(90);

    protected override int Many => 20;

    protected override async Task<EngineHarness> Host(WorkflowCatalog catalog) =>
        await new DurableHarness(TaskHubs.InAzureStorage(await account.ConnectionString()), catalog).Start();
}
