using Planner.Core.Tickets;
using Planner.Integrations.Tickets;

namespace Planner.Cli.Planning;

/// <summary>The ticket that was asked for: a file wins over a key.</summary>
internal sealed record PlanTarget(string Key, ITicketTracker Tracker)
{
    public static PlanTarget Find(string argument, string fallbackFolder)
    {
        if (File.Exists(argument))
        {
            return FromFile(argument, fallbackFolder);
        }

        if (Directory.Exists(argument))
        {
            throw new UsageException($"'{Terminal.Clean(argument)}' is a folder: give the ticket's file.");
        }

        throw new UsageException(TicketKey.IsValid(argument)
            ? $"There is no file '{argument}', and no Jira is configured to read the ticket from. Give the ticket as a file."
            : $"There is no file '{Terminal.Clean(argument)}', and it is no ticket key like SHOP-101. Check the path.");
    }

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
