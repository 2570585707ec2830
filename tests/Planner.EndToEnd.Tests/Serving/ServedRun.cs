using System.Net.Http.Json;
using System.Text.Json;

namespace Planner.EndToEnd.Tests.Serving;

/// <summary>A run of a server, over HTTP.</summary>
internal sealed class ServedRun(ServedProcess server, string run)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task Start(string ticket, string key)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/runs") { Content = JsonContent.Create(new { ticket }) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    public async Task Until(string status)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var limit = new CancellationTokenSource(Patience);
        while ((await client.GetFromJsonAsync<JsonElement>($"api/runs/{run}", limit.Token)).GetProperty("status").GetString() != status)
        {
            await Task.Delay(100, limit.Token);
        }
    }
}
