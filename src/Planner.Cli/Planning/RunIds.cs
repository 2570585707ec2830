using System.Globalization;
using Planner.Durability;

namespace Planner.Cli.Planning;

/// <summary>Ids of runs that were started from the command line: <c>{KEY}-cli-{n}</c>.</summary>
internal static class RunIds
{
    /// <summary>The unfinished run of a ticket, or the id of the next one.</summary>
    public static async Task<string> Next(IWorkflowClient client, string key, CancellationToken cancellation)
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

        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{highest + 1}");
    }

    private static int? Number(RunInfo run, string prefix)
    {
        var rest = run.InstanceId.AsSpan(prefix.Length);
        var digits = rest.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? rest[..end] : rest;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
