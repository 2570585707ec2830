namespace Planner.Integrations.Notifications;

/// <summary>What is told by the host of a webhook.</summary>
internal static class WebhookHosts
{
    private static readonly (string Ending, NotificationKind Kind)[] Known =
    [
        ("hooks.slack.com", NotificationKind.Slack),
        ("hooks.slack-gov.com", NotificationKind.Slack),
        (".logic.azure.com", NotificationKind.Teams),
        (".logic.azure.us", NotificationKind.Teams),
        (".api.powerplatform.com", NotificationKind.Teams),
        (".api.powerplatform.us", NotificationKind.Teams),
    ];

    /// <summary>Null where the host tells nothing.</summary>
    public static NotificationKind? Kind(Uri address) => Known
        .Where(k => Is(address, k.Ending))
        .Select(k => (NotificationKind?)k.Kind)
        .FirstOrDefault();

    /// <summary>Connectors took cards of another shape, and are switched off.</summary>
    public static bool IsRetired(Uri address) => Is(address, ".webhook.office.com") || Is(address, "outlook.office.com");

    private static bool Is(Uri address, string ending) => ending.StartsWith('.')
        ? address.Host.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
        : address.Host.Equals(ending, StringComparison.OrdinalIgnoreCase);
}
