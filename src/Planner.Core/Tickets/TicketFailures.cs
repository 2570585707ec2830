using Planner.Durability;

namespace Planner.Core.Tickets;

/// <summary>The tracker has no such ticket, or hides it.</summary>
public sealed class TicketNotFoundException(string message) : StepException(message, retryHelps: false);

/// <summary>What the tracker returned is no ticket; the message is one line that says what and how to mend it.</summary>
public sealed class TicketUnreadableException(string message) : StepException(message, retryHelps: false);

/// <summary>The tracker takes no comment; the message is one line that says how to mend it.</summary>
public sealed class TicketCommentException(string message) : StepException(message, retryHelps: false);
