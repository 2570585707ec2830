using System.Text.Json.Serialization;
using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;

namespace Planner.Core.Planning.Runs;

/// <summary>What the run keeps of its ticket, an epic's with the words of its stories. Reason and questions are empty where it is ready.</summary>
public sealed record TicketDossier(Ticket Ticket, FrozenCriteria Criteria, string Reason, IReadOnlyList<string> Questions)
{
    /// <summary>Its children; null where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoryMap? Map { get; init; }

    /// <summary>The ticket's own words, without those of its stories and of what people added.</summary>
    public string Words { get; init; } = "";

    /// <summary>What people added to it; null where nobody did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Instruction>? Instructions { get; init; }

    /// <summary>What stands around it; null where the rules alone read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Discussion? Discussion { get; init; }

    /// <summary>What is thought about one after the other; null where the ticket is thought about as a whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EpicPart>? Parts { get; init; }
}
