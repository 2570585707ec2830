using System.ComponentModel.DataAnnotations;
using Planner.Core.Events;

namespace Planner.Integrations.Jira;

/// <summary>
/// Which Jira, and as whom: the section <c>Jira</c>. Three ways to sign in: <see cref="Email"/> with <see cref="ApiToken"/>
/// (Cloud), <see cref="PersonalAccessToken"/> (Data Center), or either kind of token through Atlassian's gateway with
/// <see cref="CloudId"/>. Never shown as a whole: it holds secrets.
/// </summary>
public sealed class JiraOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Jira";

    /// <summary>Where people open Jira, like <c>https://team.atlassian.net</c>; a path is kept. https, or http on this machine.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>The account of <see cref="ApiToken"/>. With <see cref="CloudId"/> and without an e-mail the token is an OAuth 2 access token.</summary>
    public string? Email { get; set; }

    /// <summary>Secret.</summary>
    public string? ApiToken { get; set; }

    /// <summary>Secret; Data Center.</summary>
    public string? PersonalAccessToken { get; set; }

    /// <summary>The site's id behind Atlassian's gateway, as scoped tokens and OAuth 2 need it.</summary>
    public string? CloudId { get; set; }

    /// <summary>The gateway. Default: Atlassian's.</summary>
    public string GatewayUrl { get; set; } = "https://api.atlassian.com";

    /// <summary>Secret that webhooks are signed with.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>Names or ids of the statuses that start a run, where a project names none of its own.</summary>
    public IList<string> TriggerStatuses { get; set; } = [];

    /// <summary>By project key.</summary>
    public IDictionary<string, JiraProjectOptions> Projects { get; set; } = new Dictionary<string, JiraProjectOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Who may give commands in comments: <c>anyone</c> who may comment, <c>role:NAME</c>, or account ids with commas between
    /// them. Default: anyone.
    /// </summary>
    public string Commanders { get; set; } = "anyone";

    /// <summary>The project role that alone may read the plan's comments, or null: whoever may read the ticket.</summary>
    public string? CommentRole { get; set; }

    /// <summary>A label that a ticket gets when its plan is there, or null. No spaces, at most 255 characters.</summary>
    public string? Label { get; set; }

    /// <summary>The status, by name or id, that a ticket is moved to when its plan is there, or null. None that starts a plan.</summary>
    public string? TransitionTo { get; set; }

    /// <summary>The same for a plan that needs attention, or null: then the ticket stays where it is.</summary>
    public string? TransitionToOnAttention { get; set; }

    /// <summary>Longest wait for one answer, 1 s to 5 min. Default: 20 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest time for one call with all its attempts, up to 1 h; then the durable step waits and tries again. Default: 2 min.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Further attempts within a call, 0 to 10. Default: 4.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 4;

    /// <summary>Calls at once, 1 to 100. Default: 8.</summary>
    [Range(1, 100)]
    public int Concurrency { get; set; } = 8;

    /// <summary>Largest answer that is read, in bytes, 64 KB to 64 MB. Default: 8 MB.</summary>
    [Range(65_536, 67_108_864)]
    public int MaxResponseBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>True where any key of the section that says which Jira is set.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(BaseUrl);

    /// <summary>True for a status, by name or id, that starts plans in some project.</summary>
    internal bool IsTrigger(string status) => (TriggerStatuses.Count > 0 ? TriggerStatuses : [.. new TriggerPolicy().Statuses])
        .Concat(Projects.Values.SelectMany(p => p.TriggerStatuses))
        .Any(s => s.Trim().Equals(status.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Where Jira is, and nothing else.</summary>
    public override string ToString() => $"Jira at {BaseUrl}";
}

/// <summary>What differs in a project.</summary>
public sealed class JiraProjectOptions
{
    /// <summary>Names or ids of the statuses that start a run.</summary>
    public IList<string> TriggerStatuses { get; set; } = [];
}
