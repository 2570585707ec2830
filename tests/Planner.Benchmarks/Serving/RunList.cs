using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Planner.Benchmarks.Serving;

/// <summary>The runs of a server over HTTP, page by page.</summary>
internal sealed class RunList(Uri server) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly HttpClient http = new() { BaseAddress = server, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Waits until so many have ended, and returns in which states they all are; what they are when patience ends.</summary>
    public async Task<IReadOnlyList<string>> Ended(int count, TimeSpan patience)
    {
        var until = DateTimeOffset.UtcNow + patience;
        while (true)
        {
            var states = await States();
            if (states.Count(s => s is "Completed" or "Failed" or "Cancelled") >= count || DateTimeOffset.UtcNow > until)
            {
                return states;
            }

            await Task.Delay(Pause);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<List<string>> States()
    {
        var states = new List<string>();
        string? cursor = null;
        do
        {
            var page = await http.GetFromJsonAsync<JsonNode>($"/api/runs?limit=100{(cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor))}");
            states.AddRange(page!["items"]!.AsArray().Select(r => (string)r!["status"]!));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        return states;
    }
}
