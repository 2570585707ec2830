namespace Planner.Integrations.Tickets;

/// <summary>Tickets as files, for hosts without a Jira: the section <c>Tickets</c> (<c>Tickets__Folder</c> in the environment).</summary>
public sealed class TicketOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Tickets";

    /// <summary>A folder of tickets: a Jira issue as JSON, or Markdown. Default: none.</summary>
    public string? Folder { get; set; }
}
