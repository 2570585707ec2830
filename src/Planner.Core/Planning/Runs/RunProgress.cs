using System.Text.Json;
using Planner.Durability;

namespace Planner.Core.Planning.Runs;

/// <summary>What a run publishes as its status: ids and references only.</summary>
/// <param name="Stage">Like <c>grounding</c>, <c>consulting</c>, <c>waiting</c>.</param>
public sealed record RunProgress(string Stage)
{
    /// <summary>What is waited for, and from whom.</summary>
    public IReadOnlyList<AgendaEntry> WaitingFor { get; init; } = [];

    /// <summary>Since when it is waited for; null where it was not said.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The deadline, or null.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The agenda that is waited on, by reference.</summary>
    public string? Agenda { get; init; }

    /// <summary>The agenda's number in the run; part of the doorbell's name.</summary>
    public int Round { get; init; }

    /// <summary>The progress of a run, or null where it published none; what others wrote in its place is none.</summary>
    public static RunProgress? Of(RunInfo run)
    {
        try
        {
            return run.CustomStatus is { } status ? Payload.Read<RunProgress>(status) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
