using Planner.Core.Planning.Runs;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Api.Runs;

/// <summary>Pages of runs.</summary>
internal sealed class RunListing(IWorkflowClient client)
{
    /// <summary>Longest page.</summary>
    public const int MostItems = 100;

    // A page may hold fewer than asked for rather than take for ever to fill where few match.
    private const int MostReads = 10;

    public async Task<RunPageView> Page(RunFilter filter, string? cursor, CancellationToken cancellation)
    {
        var items = new List<RunView>();
        for (var read = 0; read < MostReads && items.Count < filter.Limit; read++)
        {
            var page = await client.List(filter.Query(filter.Limit - items.Count, cursor), cancellation);
            items.AddRange(page.Items.Where(filter.Takes).Select(RunView.Of));
            cursor = page.NextCursor;
            if (cursor is null)
            {
                break;
            }
        }

        return new RunPageView(items, cursor is null ? null : RunCursor.Write(filter, cursor));
    }
}

/// <summary>Which runs a client wants to see.</summary>
internal sealed record RunFilter(RunState? Status, string? Ticket, int Limit)
{
    /// <summary>The filter, or what is wrong with it.</summary>
    public static (RunFilter? Filter, string? Fault) Of(string? status, string? ticket, int? limit)
    {
        if (limit is < 1 or > RunListing.MostItems)
        {
            return (null, $"`limit` must be 1 to {RunListing.MostItems}.");
        }

        if (ticket is not null && !TicketKey.IsValid(ticket))
        {
            return (null, "`ticket` must be a ticket's key, like SHOP-101.");
        }

        RunState? state = null;
        if (status is not null)
        {
            if (!Enum.TryParse<RunState>(status, ignoreCase: true, out var parsed) || !status.All(char.IsAsciiLetter))
            {
                return (null, $"`status` must be one of {string.Join(", ", Enum.GetNames<RunState>())}.");
            }

            state = parsed;
        }

        return (new RunFilter(state, ticket, limit ?? 50), null);
    }

    public RunQuery Query(int size, string? cursor) => new(
        Status is { } state ? [Durable(state)] : null,
        Ticket is null ? null : RunId.PrefixOf(Ticket),
        size,
        cursor);

    /// <summary>What the query cannot tell: other workflows, and running from waiting.</summary>
    public bool Takes(RunInfo run) => run.Workflow == RunLookup.Workflow && run.Input is not null && (Status is not { } state || RunView.StateOf(run) == state);

    private static RunStatus Durable(RunState state) => state switch
    {
        RunState.Pending => RunStatus.Pending,
        RunState.Running or RunState.Waiting => RunStatus.Running,
        RunState.Suspended => RunStatus.Suspended,
        RunState.Completed => RunStatus.Completed,
        RunState.Failed => RunStatus.Failed,
        RunState.Cancelled => RunStatus.Terminated,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
