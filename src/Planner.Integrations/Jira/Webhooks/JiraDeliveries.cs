using System.Text.Json;
using Planner.Core.Events;

namespace Planner.Integrations.Jira.Webhooks;

/// <summary>Deliveries of Jira, genuine by signature or by secret.</summary>
/// <param name="agreed">What was agreed with Jira; empty makes every delivery false.</param>
public sealed class JiraDeliveries(string agreed) : IDeliveryReader
{
    /// <inheritdoc />
    public bool IsGenuine(ReadOnlySpan<byte> body, string? signature, string? secret) =>
        signature is not null ? WebhookSignature.IsValid(agreed, body, signature) : WebhookSignature.IsSecret(agreed, secret);

    /// <inheritdoc />
    public TrackerEvent Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return WebhookReader.Read(body);
        }
        catch (JsonException e)
        {
            throw new DeliveryUnreadableException("The body is not the JSON object that Jira sends.", e);
        }
    }
}
