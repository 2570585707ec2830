using Planner.Durability;

namespace Planner.Core.Tickets;

/// <summary>
/// A call of the tracker failed. Where a retry helps it is down, out of reach or asks for peace, and steps wait for it as long as
/// an outage may last.
/// </summary>
public abstract class TicketTrackerException(string message, bool retryHelps, Exception? inner = null) : StepException(message, retryHelps, inner);

/// <summary>The tracker has no such ticket, or hides it.</summary>
public sealed class TicketNotFoundException(string message) : StepException(message, retryHelps: false);

/// <summary>What the tracker returned is no ticket; the message is one line that says what and how to mend it.</summary>
public sealed class TicketUnreadableException(string message) : StepException(message, retryHelps: false);

/// <summary>The tracker takes no comment; the message is one line that says how to mend it.</summary>
public sealed class TicketCommentException(string message) : StepException(message, retryHelps: false);
