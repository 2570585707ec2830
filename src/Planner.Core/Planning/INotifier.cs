namespace Planner.Core.Planning;

/// <summary>Tells the team. A notification is not worth failing a run: what could not be sent is said in the journal.</summary>
public interface INotifier
{
    /// <summary>Sends one message; the same <paramref name="key"/> again is the same message.</summary>
    /// <exception cref="NotificationFailedException">It could not be sent.</exception>
    Task Notify(string key, string text, CancellationToken cancellation);
}

/// <summary>A message could not be sent; the text names no address and no secret.</summary>
public sealed class NotificationFailedException(string message, Exception? inner = null) : Exception(message, inner);
