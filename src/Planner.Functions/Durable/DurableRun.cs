using System.Text.Json;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask.Client;
using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>An orchestration read as a run. The metadata must have been fetched with inputs and outputs.</summary>
internal sealed class DurableRun
{
    private const string NonDeterministic = "Non-Deterministic workflow detected";
    private readonly OrchestrationMetadata metadata;
    private readonly RunEnd? end;

    private DurableRun(OrchestrationMetadata metadata, RunEnvelope envelope)
    {
        this.metadata = metadata;
        Envelope = envelope;
        end = metadata.RuntimeStatus is OrchestrationRuntimeStatus.Terminated ? ReadEnd(metadata.SerializedOutput) : null;
    }

    public RunEnvelope Envelope { get; }

    public string InstanceId => metadata.InstanceId;

    public string Workflow => metadata.Name;

    public bool IsSuspended => metadata.RuntimeStatus is OrchestrationRuntimeStatus.Suspended;

    public bool HasEnded => metadata.IsCompleted;

    /// <summary>The successor that the orchestration names itself; one that failed cannot.</summary>
    public string? SucceededBy => end?.SucceededBy;

    /// <summary>True where a host met it with another story version before anybody could end it.</summary>
    public bool FailedByVersion => Failure is var (cause, message)
        && (cause.EndsWith(nameof(StoryVersionException), StringComparison.Ordinal)
            || cause.EndsWith(nameof(NonDeterministicOrchestrationException), StringComparison.Ordinal)
            || message.StartsWith(NonDeterministic, StringComparison.Ordinal));

    // Azure Storage keeps the failure as text in the output: the type, a colon and the message, or the message alone.
    private (string Cause, string Message)? Failure
    {
        get
        {
            if (metadata.RuntimeStatus is not OrchestrationRuntimeStatus.Failed)
                return null;
            if (metadata.FailureDetails is { } details)
                return (details.ErrorType, details.ErrorMessage);
            var text = metadata.SerializedOutput ?? "";
            var colon = text.IndexOf(": ", StringComparison.Ordinal);
            return colon < 0 || text.StartsWith(NonDeterministic, StringComparison.Ordinal) ? ("", text) : (text[..colon], text[(colon + 2)..]);
        }
    }

    /// <summary>The run, or null where the orchestration is not there or none of ours.</summary>
    public static DurableRun? Of(OrchestrationMetadata? metadata, WorkflowCatalog catalog) =>
        metadata?.SerializedInput is not null && catalog.WorkflowNames.Contains(metadata.Name)
            ? new DurableRun(metadata, metadata.ReadInputAs<RunEnvelope>()!)
            : null;

    public RunInfo Info(string? succeededBy) => new()
    {
        InstanceId = InstanceId,
        Workflow = Workflow,
        StoryVersion = Envelope.StoryVersion,
        Status = succeededBy is null ? Status(metadata.RuntimeStatus) : RunStatus.Terminated,
        CreatedAt = metadata.CreatedAt,
        UpdatedAt = metadata.LastUpdatedAt,
        CustomStatus = metadata.SerializedCustomStatus is null ? null : metadata.ReadCustomStatusAs<string>(),
        Input = Envelope.Input,
        Output = metadata.RuntimeStatus is OrchestrationRuntimeStatus.Completed ? metadata.ReadOutputAs<RunResult>()?.Result : null,
        Reason = end?.Reason ?? (Failure is var (_, message) ? OneLine.Of(message) : null),
        SucceededBy = succeededBy,
    };

    private static RunStatus Status(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Pending => RunStatus.Pending,
        OrchestrationRuntimeStatus.Suspended => RunStatus.Suspended,
        OrchestrationRuntimeStatus.Completed => RunStatus.Completed,
        OrchestrationRuntimeStatus.Failed => RunStatus.Failed,
        OrchestrationRuntimeStatus.Terminated => RunStatus.Terminated,
        _ => RunStatus.Running,
    };

    // An operator may have ended it with the host's own tools, which write what they like.
    private static RunEnd ReadEnd(string? output)
    {
        try
        {
            return output is null ? Unexplained : JsonSerializer.Deserialize<RunEnd>(output) ?? Unexplained;
        }
        catch (JsonException)
        {
            return new RunEnd(OneLine.Of(output!), null);
        }
    }

    private static RunEnd Unexplained => new("Terminated.", null);
}
