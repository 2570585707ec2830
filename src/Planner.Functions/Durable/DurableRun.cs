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

    public DateTimeOffset CreatedAt => metadata.CreatedAt;

    /// <summary>When it ended, where it has.</summary>
    public DateTimeOffset UpdatedAt => metadata.LastUpdatedAt;

    public string InstanceId => metadata.InstanceId;

    public string Workflow => metadata.Name;

    public bool IsSuspended => metadata.RuntimeStatus is OrchestrationRuntimeStatus.Suspended;

    public bool HasEnded => metadata.IsCompleted;

    /// <summary>The successor that the orchestration names itself; one that failed cannot.</summary>
    public string? SucceededBy => end?.SucceededBy;

    /// <summary>True where a host met it with another story version before anybody could end it.</summary>
    public bool FailedByVersion => WasMetByOtherVersion || (Failure is var (cause, message)
        && (cause.EndsWith(nameof(NonDeterministicOrchestrationException), StringComparison.Ordinal)
            || message.StartsWith(NonDeterministic, StringComparison.Ordinal)));

    /// <summary>The same, told for certain: a body that does not fit its own history looks non-deterministic, too, and is no such case.</summary>
    public bool WasMetByOtherVersion => Failure is var (cause, _)
        && (cause.EndsWith(nameof(StoryVersionException), StringComparison.Ordinal) || StoryVersionMark.IsOne(StatusText));

    private string? StatusText => JsonText.String(metadata.SerializedCustomStatus);

    // Azure Storage keeps the failure as text in the output: the type, a colon and the message, or the message alone.
    private (string Cause, string Message)? Failure
    {
        get
        {
            if (metadata.RuntimeStatus is not OrchestrationRuntimeStatus.Failed)
            {
                return null;
            }

            if (metadata.FailureDetails is { } details)
            {
                return (details.ErrorType, details.ErrorMessage);
            }

            var text = metadata.SerializedOutput ?? "";
            var colon = text.IndexOf(": ", StringComparison.Ordinal);
            return colon < 0 || text.StartsWith(NonDeterministic, StringComparison.Ordinal) ? ("", text) : (text[..colon], text[(colon + 2)..]);
        }
    }

    /// <summary>The run, or null where the orchestration's input is none of ours.</summary>
    public static DurableRun? Of(OrchestrationMetadata metadata) =>
        RunEnvelope.Read(metadata.SerializedInput) is { } envelope ? new DurableRun(metadata, envelope) : null;

    /// <param name="succeededBy">The run that took over, or null.</param>
    /// <param name="waits">True where it failed and another will take over from it in a while.</param>
    public RunInfo Info(string? succeededBy, bool waits = false) => new()
    {
        InstanceId = InstanceId,
        Workflow = Workflow,
        StoryVersion = Envelope.StoryVersion,
        Status = succeededBy is not null ? RunStatus.Terminated : waits ? RunStatus.Running : Status(metadata.RuntimeStatus),
        CreatedAt = metadata.CreatedAt,
        UpdatedAt = metadata.LastUpdatedAt,
        CustomStatus = StoryVersionMark.IsOne(StatusText) ? null : StatusText,
        Input = Envelope.Input,
        Output = metadata.RuntimeStatus is OrchestrationRuntimeStatus.Completed ? JsonText.Read<RunResult>(metadata.SerializedOutput)?.Result : null,
        Reason = end?.Reason ?? (Failure is var (_, message) ? FailureText.Of(message) : null),
        SucceededBy = succeededBy,
        SupersededBy = end?.SupersededBy,
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
    private static RunEnd ReadEnd(string? output) => output is null
        ? Unexplained
        : JsonText.Read<RunEnd>(output) is { Reason: not null } end ? end : new RunEnd(FailureText.Of(output), null);

    private static RunEnd Unexplained => new("Terminated.", null);
}
