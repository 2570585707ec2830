namespace Planner.Core.Events;

/// <summary>Tells genuine deliveries of a tracker from others, and reads them.</summary>
public interface IDeliveryReader
{
    /// <summary>True where the delivery comes from somebody who knows the secret; false also where none is configured.</summary>
    /// <param name="body">The raw body, to the byte.</param>
    /// <param name="signature">The value of the signature's header, or null.</param>
    /// <param name="secret">The value of the secret's header, for senders that cannot sign, or null.</param>
    bool IsGenuine(ReadOnlySpan<byte> body, string? signature, string? secret);

    /// <summary>What the delivery tells.</summary>
    /// <exception cref="DeliveryUnreadableException">The body is not what a tracker sends.</exception>
    TrackerEvent Read(ReadOnlyMemory<byte> body);
}

/// <summary>A delivery's body is not what a tracker sends.</summary>
public sealed class DeliveryUnreadableException(string message, Exception? inner = null) : Exception(message, inner);
