using Microsoft.DurableTask;
using Planner.Durability;
using Planner.Durability.Telemetry;

namespace Planner.Functions.Durable;

/// <summary>Runs a story as the body of an orchestration.</summary>
internal static class DurableStory
{
    /// <summary>One turn of the run.</summary>
    /// <exception cref="StoryVersionException">
    /// The run belongs to another story version. Durable Task may report it as non-deterministic instead, where the
    /// history has calls; the custom status tells <see cref="DurableSuccession"/> in both cases.
    /// </exception>
    public static async Task<RunResult> Run(TaskOrchestrationContext durable, WorkflowEntry workflow)
    {
        var envelope = durable.GetInput<RunEnvelope>()
            ?? throw new InvalidOperationException($"'{durable.InstanceId}' was started without input.");
        if (StoryVersions.Compare(envelope.StoryVersion, workflow.StoryVersion) != 0)
        {
            durable.SetCustomStatus(StoryVersionMark.Of(workflow.StoryVersion));
            throw new StoryVersionException(durable.InstanceId, envelope.StoryVersion, workflow.StoryVersion);
        }

        var context = new DurableWorkflowContext(durable, envelope);
        var result = await Tell(workflow, context, envelope.Input);
        if (context.Continues)
        {
            context.StartAfresh();
        }

        return new RunResult(result);
    }

    // The end of a body is no replay: an orchestration that has ended takes no further turn.
    private static async Task<string> Tell(WorkflowEntry workflow, DurableWorkflowContext context, string input)
    {
        try
        {
            var result = await workflow.Run(context, input);
            if (!context.Continues)
            {
                RunTelemetry.HasEnded(workflow, EndStatus.Completed);
            }

            return result;
        }
        catch (Exception)
        {
            RunTelemetry.HasEnded(workflow, EndStatus.Failed);
            throw;
        }
    }
}

/// <summary>A host met a run of another story version; it is not replayed with other code.</summary>
internal sealed class StoryVersionException(string instanceId, string recorded, string atHand)
    : Exception($"'{instanceId}' belongs to story version {recorded}, and this host has {atHand}.");
