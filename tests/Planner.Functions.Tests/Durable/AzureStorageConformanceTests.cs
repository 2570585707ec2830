using Planner.Conformance.Engine;
using Planner.Durability;

namespace Planner.Functions.Tests.Durable;

/// <summary>
/// The adapter on Azure Storage, or on Azurite, under the connection string in <c>PLANNER_TEST_STORAGE</c>.
/// </summary>
public sealed class AzureStorageConformanceTests : EngineConformance
{
    protected override TimeSpan Soon => TimeSpan.FromSeconds(2);

    protected override TimeSpan Patience => TimeSpan.FromSeconds(90);

    protected override int Many => 20;

    protected override Task<EngineHarness> Host(WorkflowCatalog catalog) => new DurableHarness(TaskHubs.InAzureStorage(), catalog).Start();
}
