using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Planner.Testing.Jira;

namespace Planner.EndToEnd.Tests.Serving.Killing;

/// <summary>A real server between its Jira and its data, killed and started again at another port as a service manager does.</summary>
internal sealed class RestartedServer : IAsyncDisposable
{
    private const string Secret = "agreed with Jira";

    private readonly HttpClient http = new() { Timeout = StallWatch.Longest };
    private readonly string folder;
    private readonly InProcessJira jira;
    private ServedProcess process;

    private RestartedServer(string folder, InProcessJira jira, ServedProcess process) => (this.folder, this.jira, this.process) = (folder, jira, process);

    public static async Task<RestartedServer> Start(string folder, InProcessJira jira) => new(folder, jira, await Serve(folder, jira));

    /// <summary>Kills it and starts it again at once.</summary>
    public async Task Kill()
    {
        await process.DisposeAsync();
        process = await Serve(folder, jira);
    }

    /// <summary>Delivers a body as Jira does: again and again, as the same delivery, until it is taken.</summary>
    public async Task Deliver(string body, string identifier, CancellationToken cancellation)
    {
        var answer = "nothing";
        await StallWatch.Until(
            $"the server to take {identifier}",
            async () => (answer = await Post(body, identifier, cancellation)) == nameof(HttpStatusCode.Accepted),
            () => Task.FromResult($"it answers {answer}"),
            cancellation);
    }

    /// <summary>The planning runs of a ticket, once none is under way.</summary>
    public async Task<IReadOnlyList<JsonNode>> EndedRuns(string ticket, CancellationToken cancellation)
    {
        List<JsonNode> runs = [];
        await StallWatch.Until($"the runs of {ticket} to end", HaveEnded, () => Runs(ticket, cancellation), cancellation);
        return runs;

        async Task<bool> HaveEnded()
        {
            var page = await http.GetFromJsonAsync<JsonNode>(Listing(ticket), cancellation);
            runs = [.. page!["items"]!.AsArray().Select(run => run!)];
            return runs.TrueForAll(run => (string?)run["status"] is "Completed" or "Failed" or "Cancelled");
        }
    }

    /// <summary>The planning runs of a ticket as the server tells them, or that it does not answer.</summary>
    public async Task<string> Runs(string ticket, CancellationToken cancellation)
    {
        try
        {
            return await http.GetStringAsync(Listing(ticket), cancellation);
        }
        catch (HttpRequestException dead)
        {
            return $"the server does not answer: {dead.Message}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.DisposeAsync();
    }

    private Uri Listing(string ticket) => new(process.Address, $"/api/runs?ticket={ticket}");

    private async Task<string> Post(string body, string identifier, CancellationToken cancellation)
    {
        using var request = SignedRequest.Of(new Uri(process.Address, "/api/jira/webhook"), body, Secret);
        request.Headers.Add("X-Atlassian-Webhook-Identifier", identifier);
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            return answer.StatusCode.ToString();
        }
        catch (HttpRequestException dead)
        {
            return dead.Message;
        }
    }

    private static Task<ServedProcess> Serve(string folder, InProcessJira jira) => ServedProcess.Start(
        folder, ("Jira__BaseUrl", jira.Url), ("Jira__Email", InProcessJira.Email), ("Jira__ApiToken", InProcessJira.Token), ("Jira__WebhookSecret", Secret));
}
