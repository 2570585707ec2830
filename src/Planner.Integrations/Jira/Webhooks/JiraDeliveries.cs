using System.Text.Json;
using Planner.Core.Events;

namespace Planner.Integrations.Jira.Webhooks;

/// <summary>Deliveries of Jira, genuine by signature or by secret.</summary>
/// <param name="agreed">What was agreed with Jira; empty makes every delivery false.</param>
/// <param name="policy">A change to a status that starts no plan anywhere asks for nothing, and Jira is not asked about it.</param>
public sealed class JiraDeliveries(string agreed, TriggerPolicy policy) : IDeliveryReader
{
    /// <inheritdoc />
    public bool IsGenuine(ReadOnlySpan<byte> body, string? signature, string? secret) =>
        signature is not null ? WebhookSignature.IsValid(agreed, body, signature) : WebhookSignature.IsSecret(agreed, secret);

    /// <inheritdoc />
    public TrackerEvent Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var told = WebhookReader.Read(body);
            return told is TrackerEvent.StatusChanged changed && !policy.MayStart(changed) ? Besides(changed) : told;
        }
        catch (JsonException e)
        {
            throw new DeliveryUnreadableException("The body is not the JSON object that Jira sends.", e);
        }
    }

    private static TrackerEvent Besides(TrackerEvent.StatusChanged changed) =>
        changed.IsEdited ? new TrackerEvent.Edited(changed.Ticket, changed.Change) : new TrackerEvent.Nothing("the status starts no plan");
}
