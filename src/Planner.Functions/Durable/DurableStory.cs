using Microsoft.DurableTask;
using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>Runs a story as the body of an orchestration.</summary>
internal static class DurableStory
{
    /// <summary>One turn of the run.</summary>
    /// <exception cref="StoryVersionException">
    /// The run belongs to another story version. Durable Task may report it as non-deterministic instead, where the
    /// history has calls; <see cref="Succession"/> knows both.
    /// </exception>
    public static async Task<RunResult> Run(TaskOrchestrationContext durable, WorkflowEntry workflow)
    {
        var envelope = durable.GetInput<RunEnvelope>()
            ?? throw new InvalidOperationException($"'{durable.InstanceId}' was started without input.");
        if (envelope.StoryVersion != workflow.StoryVersion)
            throw new StoryVersionException(durable.InstanceId, envelope.StoryVersion, workflow.StoryVersion);

        var context = new DurableWorkflowContext(durable, envelope);
        var result = await workflow.Run(context, envelope.Input);
        if (context.Continues)
            context.StartAfresh();
        return new RunResult(result);
    }
}

/// <summary>A host met a run of another story version; it is not replayed with other code.</summary>
internal sealed class StoryVersionException(string instanceId, string recorded, string atHand)
    : Exception($"'{instanceId}' belongs to story version {recorded}, and this host has {atHand}.");
