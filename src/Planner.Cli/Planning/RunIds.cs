using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Cli.Planning;

/// <summary>Ids of runs that were started from the command line: <c>{KEY}-cli-{n}</c>.</summary>
internal static class RunIds
{
    /// <summary>The unfinished run of a ticket, or the id of the next one.</summary>
    /// <param name="client">Knows the runs of this folder.</param>
    /// <param name="key">The ticket.</param>
    /// <param name="claims">Ids that other folders have taken are passed over; null where there are none.</param>
    /// <param name="cancellation">Fires when the command is interrupted.</param>
    public static async Task<string> Next(IWorkflowClient client, string key, RunClaims? claims, CancellationToken cancellation)
    {
        var highest = 0;
        string? cursor = null;
        do
        {
            var page = await client.List(new RunQuery(IdPrefix: RunId.PrefixOf(key), PageSize: 1000, Cursor: cursor), cancellation);
            foreach (var run in page.Items)
            {
                if (RunId.Parse(run.InstanceId)?.Trigger is not RunTrigger.Ordered ordered)
                {
                    continue;
                }

                if (!run.HasEnded)
                {
                    return run.InstanceId;
                }

                highest = Math.Max(highest, ordered.Number);
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return await Free(key, highest + 1, claims, cancellation);
    }

    private static async Task<string> Free(string key, int number, RunClaims? claims, CancellationToken cancellation)
    {
        while (claims is not null && !await claims.Take(Of(key, number), cancellation))
        {
            number++;
        }

        return Of(key, number);
    }

    private static string Of(string key, int number) => new RunId(key, new RunTrigger.Ordered(number)).ToString();
}
