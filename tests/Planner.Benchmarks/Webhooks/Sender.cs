using System.Diagnostics;
using System.Net.Http.Headers;

namespace Planner.Benchmarks.Webhooks;

/// <summary>Sends deliveries: as fast as answers come, or so many in each second whether answers come or not.</summary>
internal sealed class Sender(Uri address) : IDisposable
{
    private const int Connections = 32;
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    private readonly HttpClient http =
        new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };

    /// <summary>Sends all, each connection the next as soon as its last was answered.</summary>
    /// <returns>Answers per second.</returns>
    public async Task<double> AsFastAsPossible(IReadOnlyList<SignedDelivery> deliveries, int expected)
    {
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (var at = Interlocked.Increment(ref next); at < deliveries.Count; at = Interlocked.Increment(ref next))
            {
                Expect(expected, await Send(deliveries[at]));
            }
        }));
        return deliveries.Count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Sends at a steady pace.</summary>
    /// <returns>Milliseconds from the moment that each was due, however late it was sent, to its answer.</returns>
    public async Task<IReadOnlyList<double>> Steadily(IReadOnlyList<SignedDelivery> deliveries, int perSecond, int expected)
    {
        var times = new double[deliveries.Count];
        var sent = new Task[deliveries.Count];
        var watch = Stopwatch.StartNew();
        for (var at = 0; at < deliveries.Count; at++)
        {
            var due = TimeSpan.FromSeconds((double)at / perSecond);
            while (watch.Elapsed < due)
            {
                await Task.Delay(1);
            }

            sent[at] = One(at, due);
        }

        await Task.WhenAll(sent);
        return times;

        async Task One(int at, TimeSpan due)
        {
            Expect(expected, await Send(deliveries[at]));
            times[at] = (watch.Elapsed - due).TotalMilliseconds;
        }
    }

    /// <summary>The status of the answer.</summary>
    public async Task<int> Send(SignedDelivery delivery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/jira/webhook") { Content = new ByteArrayContent(delivery.Body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.TryAddWithoutValidation("X-Hub-Signature", delivery.Signature);
        request.Headers.TryAddWithoutValidation("X-Atlassian-Webhook-Identifier", delivery.Identifier);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead);
        return (int)answer.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private static void Expect(int expected, int status)
    {
        if (status != expected)
        {
            throw new InvalidOperationException($"A delivery was answered with {status} instead of {expected}.");
        }
    }
}
