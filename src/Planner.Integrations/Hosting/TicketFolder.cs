using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Settings;
using Planner.Core.Tickets;
using Planner.Integrations.Tickets;

namespace Planner.Integrations.Hosting;

/// <summary>The section <c>Tickets</c>, for hosts without a Jira.</summary>
internal static class TicketFolder
{
    /// <exception cref="OptionsValidationException">There is no such folder; says how to mend it.</exception>
    public static FolderTicketTracker Open(IConfiguration configuration, string? data)
    {
        if (BoundSection.Bind<TicketOptions>(configuration, TicketOptions.Section).Folder is not { Length: > 0 } folder)
        {
            throw Wrong("Nothing says where tickets are: set Jira__BaseUrl, Jira__Email and Jira__ApiToken, or Tickets__Folder to a folder of tickets (a Jira "
                + "issue as JSON, or Markdown), for example samples/tickets.");
        }

        var comments = data is null ? null : Path.Combine(data, ".planner", "comments");
        return Directory.Exists(folder)
            ? new FolderTicketTracker(new FolderTicketOptions(Path.GetFullPath(folder), FallbackFolder: comments))
            : throw Wrong($"Tickets__Folder is '{TicketText.Line(folder)}', which is no folder: give the folder that holds the tickets.");
    }

    private static OptionsValidationException Wrong(string fault) => new(TicketOptions.Section, typeof(TicketOptions), [fault]);
}
