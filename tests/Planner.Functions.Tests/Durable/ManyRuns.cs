using System.Text.Json;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Conformance.Engine;
using Planner.Durability;
using Planner.Functions.Durable;
using Planner.Testing.Clock;

namespace Planner.Functions.Tests.Durable;

/// <summary>The adapter over a hub of many runs of one story, version 2, that somebody else ran.</summary>
internal sealed class ManyRuns
{
    public static readonly Story<int, int> Story = new("story", (_, input) => Task.FromResult(input), "2");
    private readonly WorkflowCatalog catalog = new WorkflowCatalog().Add(Story);
    private readonly MemoryMarks marks = new();

    public CountingClient Hub { get; } = new();

    public ManualClock Clock { get; } = new();

    /// <summary>A new host over the same stores.</summary>
    public DurableWorkflowClient Host() => new(
        Hub,
        catalog,
        new RunStores(new MemoryInbox(), new MemoryJournal(), marks),
        new UnreadableRuns(NullLogger<UnreadableRuns>.Instance),
        Clock,
        NullLoggerFactory.Instance);

    public void Add(string id, DateTimeOffset created, OrchestrationRuntimeStatus status, string version = "2", object? input = null) =>
        Hub.Add(new OrchestrationMetadata("story", id)
        {
            RuntimeStatus = status,
            CreatedAt = created,
            LastUpdatedAt = created,
            SerializedInput = input is null
                ? JsonSerializer.Serialize(new RunEnvelope { StoryVersion = version, Input = "1" })
                : JsonSerializer.Serialize(input),
            SerializedOutput = status is OrchestrationRuntimeStatus.Failed ? "InvalidOperationException: broken" : null,
        });
}
