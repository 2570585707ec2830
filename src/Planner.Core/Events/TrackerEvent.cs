using System.Text.Json.Serialization;

namespace Planner.Core.Events;

/// <summary>What a ticket tracker told, as far as it can be told from the delivery alone. Nothing in it is trusted beyond looking things up.</summary>
[JsonDerivedType(typeof(StatusChanged), "statusChanged")]
[JsonDerivedType(typeof(Edited), "edited")]
[JsonDerivedType(typeof(Commented), "commented")]
[JsonDerivedType(typeof(Nothing), "nothing")]
public abstract record TrackerEvent
{
    private TrackerEvent()
    {
    }

    /// <summary>A ticket came into a status, or a rule of the tracker asks to look at its status.</summary>
    /// <param name="Ticket">Its key or its number in the tracker.</param>
    /// <param name="Change">The id of the change, the same in each delivery of it; null where the delivery has none.</param>
    /// <param name="ToId">The status by id, or null.</param>
    /// <param name="ToName">The status by name, or null; with neither, the present status counts.</param>
    public sealed record StatusChanged(string Ticket, string? Change, string? ToId, string? ToName) : TrackerEvent
    {
        /// <summary>True where the same change edited the words of the ticket.</summary>
        public bool IsEdited { get; init; }
    }

    /// <summary>Somebody edited the words of a ticket.</summary>
    /// <param name="Ticket">Its key or its number in the tracker.</param>
    /// <param name="Change">The id of the change, the same in each delivery of it; null where the delivery has none.</param>
    public sealed record Edited(string Ticket, string? Change) : TrackerEvent;

    /// <summary>Somebody wrote a comment.</summary>
    /// <param name="Ticket">Its key or its number in the tracker.</param>
    /// <param name="Comment">The comment's id.</param>
    public sealed record Commented(string Ticket, string Comment) : TrackerEvent;

    /// <summary>There is nothing to do.</summary>
    /// <param name="Reason">Why, in a few words.</param>
    public sealed record Nothing(string Reason) : TrackerEvent;
}
