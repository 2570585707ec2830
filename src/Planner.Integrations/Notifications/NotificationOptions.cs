namespace Planner.Integrations.Notifications;

/// <summary>Where the team is told: the section <c>Notifications</c>. Never shown as a whole: the address is a secret.</summary>
public sealed class NotificationOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Notifications";

    /// <summary>
    /// Secret: whoever has it can post. An incoming webhook of Slack, or of a Teams workflow ("Post to a channel when a webhook
    /// request is received"). https, or http on this machine.
    /// </summary>
    public string? WebhookUrl { get; set; }

    /// <summary>What is behind the address, where its host does not tell. Default: by host.</summary>
    public NotificationKind? Kind { get; set; }

    /// <summary>Longest time for one message with all attempts, 1 s to 5 min. Default: 1 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest wait for one answer, 1 s to 1 min. Default: 10 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>True where an address is set.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(WebhookUrl);

    /// <summary>Nothing of the address.</summary>
    public override string ToString() => IsConfigured ? "Notifications to a webhook" : "No notifications";
}

/// <summary>Who takes messages.</summary>
public enum NotificationKind
{
    /// <summary>An incoming webhook of Slack.</summary>
    Slack,

    /// <summary>A workflow of Microsoft Teams.</summary>
    Teams,
}
