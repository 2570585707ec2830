using Planner.Durability;

namespace Planner.Engine.Runs;

/// <summary>What a run's actor is told.</summary>
internal abstract record RunMessage;

/// <summary>Look at the clock, or simply be loaded.</summary>
internal sealed record Tick : RunMessage;

/// <summary>An attempt of a step ended; <paramref name="Fault"/> is null where it returned.</summary>
internal sealed record StepReturned(int Execution, int Call, int Attempt, string? Result, Exception? Fault) : RunMessage;

/// <summary>A message that is answered once what it caused is durable.</summary>
internal abstract record Ask : RunMessage
{
    public TaskCompletionSource<Receipt> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

internal sealed record BeginRun(WorkflowEntry Workflow, string Input, string? TraceParent) : Ask;

internal sealed record Deliver(string Signal, string Payload, string? TraceParent) : Ask;

internal sealed record Suspend(string Reason) : Ask;

internal sealed record Resume(string Reason) : Ask;

internal sealed record Terminate(Termination Why) : Ask;

internal sealed record PurgeRun : Ask;

/// <summary>Answered when all that came before it is durable.</summary>
internal sealed record Settle : Ask;

/// <summary>The answer to an <see cref="Ask"/>.</summary>
internal abstract record Receipt
{
    private Receipt()
    {
    }

    /// <summary>Done.</summary>
    public sealed record Done : Receipt;

    /// <summary>The run has ended, or for a start: the id is taken; nothing was done.</summary>
    public sealed record TooLate(string? SucceededBy) : Receipt;

    /// <summary>For a purge: the run has not ended.</summary>
    public sealed record TooEarly : Receipt;

    /// <summary>There is no such run.</summary>
    public sealed record Unknown : Receipt;
}
