using System.Globalization;
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
        var prefix = $"{key}-cli-";
        var highest = 0;
        string? cursor = null;
        do
        {
            var page = await client.List(new RunQuery(IdPrefix: prefix, PageSize: 1000, Cursor: cursor), cancellation);
            foreach (var run in page.Items.Where(r => Number(r, prefix) is not null))
            {
                if (!run.HasEnded)
                {
                    return run.InstanceId;
                }

                highest = Math.Max(highest, Number(run, prefix)!.Value);
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return await Free(prefix, highest + 1, claims, cancellation);
    }

    private static async Task<string> Free(string prefix, int number, RunClaims? claims, CancellationToken cancellation)
    {
        while (claims is not null && !await claims.Take($"{prefix}{number}", cancellation))
            number++;
        return $"{prefix}{number}";
    }

    private static int? Number(RunInfo run, string prefix)
    {
        var rest = run.InstanceId.AsSpan(prefix.Length);
        var digits = rest.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? rest[..end] : rest;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
