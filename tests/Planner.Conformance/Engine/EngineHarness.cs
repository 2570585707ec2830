using Planner.Durability;

namespace Planner.Conformance.Engine;

/// <summary>A host of workflows under test, with a store that outlives it.</summary>
public abstract class EngineHarness : IAsyncDisposable
{
    /// <summary>The client of the host that runs now.</summary>
    public abstract IWorkflowClient Client { get; }

    /// <summary>The inbox beside it.</summary>
    public abstract IInbox Inbox { get; }

    /// <summary>Stops the host and starts another on the same store, with the same catalog or with another.</summary>
    public abstract Task Restart(WorkflowCatalog? catalog = null);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
