using Microsoft.Extensions.Configuration;
using Planner.Core.Tickets;
using Planner.Integrations.Jira;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Tickets;
using Planner.Integrations.Tickets;

namespace Planner.Cli.Planning;

/// <summary>The ticket that was asked for: a file wins over a key.</summary>
internal sealed record PlanTarget(string Key, ITicketTracker Tracker) : IDisposable
{
    private JiraClient? Jira { get; init; }

    /// <summary>True where a ticket tracker is asked for it.</summary>
    public static bool IsKey(string argument) => TicketKey.IsValid(argument) && !File.Exists(argument) && !Directory.Exists(argument);

    public static PlanTarget Find(string argument, string fallbackFolder, IConfiguration settings)
    {
        if (File.Exists(argument))
        {
            return FromFile(argument, fallbackFolder);
        }

        if (Directory.Exists(argument))
        {
            throw new UsageException($"'{Terminal.Clean(argument)}' is a folder: give the ticket's file.");
        }

        if (TicketKey.IsValid(argument) && JiraSettings.Read(settings) is { } options)
        {
            var jira = new JiraClient(options, TimeProvider.System);
            return new PlanTarget(argument, new JiraTicketTracker(jira, planner: null, options)) { Jira = jira };
        }

        throw new UsageException(TicketKey.IsValid(argument)
            ? $"There is no file '{argument}', and no Jira is configured to read the ticket from. Give the ticket as a file, or set Jira__BaseUrl, "
                + $"Jira__Email and Jira__ApiToken."
            : $"There is no file '{Terminal.Clean(argument)}', and it is no ticket key like SHOP-101. Check the path.");
    }

    public void Dispose() => Jira?.Dispose();

    private static PlanTarget FromFile(string path, string fallbackFolder)
    {
        try
        {
            var full = Path.GetFullPath(path);
            var ticket = TicketFile.Read(full);
            return new PlanTarget(ticket.Key, new FolderTicketTracker(new FolderTicketOptions(Path.GetDirectoryName(full)!, full, fallbackFolder)));
        }
        catch (TicketUnreadableException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
