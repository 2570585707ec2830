using Planner.Conformance.Engine;
using Planner.Durability;

namespace Planner.Functions.Tests.Durable;

/// <summary>The adapter on Durable Task's own engine, its store in memory.</summary>
public sealed class InMemoryConformanceTests : EngineConformance
{
    protected override string? LosesSignalsOfContinuedRuns => Sidecar.LosesEventsThatARunSendsItself;

    protected override Task<EngineHarness> Host(WorkflowCatalog catalog) => new DurableHarness(TaskHubs.InMemory(), catalog).Start();
}
