namespace Planner.Core.Conversation;

/// <summary>Tells the team. A notification is not worth failing a run: what could not be sent is said in the journal.</summary>
public interface INotifier
{
    /// <summary>Sends one message, once: whoever calls remembers that it did, since receivers know no key against sending twice.</summary>
    /// <exception cref="NotificationFailedException">It was not sent, or it is not known whether it was.</exception>
    Task Notify(TeamMessage message, CancellationToken cancellation);
}

/// <summary>A message could not be sent; the text names no address and no secret.</summary>
public sealed class NotificationFailedException(string message) : Exception(message);
