using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Planner.Api.Events;
using Planner.Durability;

namespace Planner.Api.Tests.Events;

public sealed class EventRouteTests
{
    [Fact]
    public async Task FinishedRun_TellsAllOfItsJournalAndHowItEnded()
    {
        await using var host = await ApiHost.Start();
        var id = await host.FinishedRun();
        var journal = await host.Journal.Read(id, cancellation: TestContext.Current.CancellationToken);

        var text = await host.Client.GetStringAsync($"/api/runs/{id}/events", TestContext.Current.CancellationToken);

        Assert.Equal(journal.Select(l => $"{l.Sequence}"), Values(text, "id"));
        Assert.Equal([.. journal.Select(l => l.Entry.Kind), "status"], Values(text, "event"));
        Assert.Contains("\"runStatus\":\"Completed\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_GoesOnAfterTheLastEvent_AndIsToldWhenThereIsNoMore()
    {
        await using var host = await ApiHost.Start();
        var id = await host.FinishedRun();
        var all = Values(await host.Client.GetStringAsync($"/api/runs/{id}/events", TestContext.Current.CancellationToken), "id");

        using var half = await Resume(host, id, all[2]);
        using var end = await Resume(host, id, all[^1]);

        Assert.Equal(all.Skip(3), Values(await half.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "id"));
        Assert.Equal(HttpStatusCode.NoContent, end.StatusCode);
    }

    [Fact]
    public async Task RunningRun_IsFollowedToItsEnd_WithSignsOfLife()
    {
        var script = ApiScript.Asking with { Pace = new EventPace { Look = TimeSpan.FromMilliseconds(10), Heartbeat = TimeSpan.FromMilliseconds(50) } };
        await using var host = await ApiHost.Start(script, ("Decisions:Timeout", "1.00:00:00"));
        var id = await host.WaitingRun();
        using var reader = new StreamReader(await host.Client.GetStreamAsync($"/api/runs/{id}/events", TestContext.Current.CancellationToken));
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != ": alive")
        {
        }

        await host.Runs.Terminate(id, "enough", TestContext.Current.CancellationToken);

        Assert.Contains("\"runStatus\":\"Cancelled\"", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongStream_EndsByItself_SoThatTheReaderComesBack()
    {
        var script = ApiScript.Asking with { Pace = new EventPace { Look = TimeSpan.FromMilliseconds(10), Longest = TimeSpan.FromMilliseconds(100) } };
        await using var host = await ApiHost.Start(script, ("Decisions:Timeout", "1.00:00:00"));
        var id = await host.WaitingRun();

        var text = await host.Client.GetStringAsync($"/api/runs/{id}/events", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("runStatus", text, StringComparison.Ordinal);
        Assert.StartsWith("retry: 2000\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostThatStops_EndsItsStreams()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, ("Decisions:Timeout", "1.00:00:00"));
        var id = await host.WaitingRun();
        using var reader = new StreamReader(await host.Client.GetStreamAsync($"/api/runs/{id}/events", TestContext.Current.CancellationToken));
        Assert.Equal("retry: 2000", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.DoesNotContain("runStatus", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreReadersThanAllowed_AreSentAway_AndALeftPlaceIsFree()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, ("Decisions:Timeout", "1.00:00:00"), ("Api:EventStreams", "1"));
        var id = await host.WaitingRun();
        var first = await host.Client.GetAsync($"/api/runs/{id}/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        using var second =
            await host.Client.GetAsync($"/api/runs/{id}/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await second.IsProblem(HttpStatusCode.ServiceUnavailable);
        first.Dispose();

        HttpStatusCode status;
        do
        {
            using var third =
                await host.Client.GetAsync($"/api/runs/{id}/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            status = third.StatusCode;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        while (status == HttpStatusCode.ServiceUnavailable);

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task ReaderThatDoesNotRead_IsCutOff()
    {
        var script = new ApiScript { Pace = new EventPace { Look = TimeSpan.FromMilliseconds(10), Patience = TimeSpan.FromMilliseconds(300) } };
        await using var host = await ApiHost.Start(script, ("Api:EventStreams", "1"));
        var id = await host.FinishedRun();
        var flood = Enumerable.Range(0, 20_000).Select(i => new JournalEntry($"9|{i}|progress", DateTimeOffset.UnixEpoch, "progress", new string('x', 1_000)));
        await host.Journal.Append(id, [.. flood], TestContext.Current.CancellationToken);
        using var slow = new TcpClient { ReceiveBufferSize = 4_096 };
        await slow.ConnectAsync(host.Address.Host, host.Address.Port, TestContext.Current.CancellationToken);
        await slow.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"GET /api/runs/{id}/events HTTP/1.1\r\nHost: {host.Address.Authority}\r\n\r\n"),
            TestContext.Current.CancellationToken);

        HttpStatusCode status;
        do
        {
            using var other =
                await host.Client.GetAsync($"/api/runs/{id}/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            status = other.StatusCode;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        while (status == HttpStatusCode.ServiceUnavailable);

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task BadLastEventId_IsAProblem(string last)
    {
        await using var host = await ApiHost.Start();
        var id = await host.FinishedRun();

        using var response = await Resume(host, id, last);

        await response.IsProblem(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> Resume(ApiHost host, string id, string last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/runs/{id}/events");
        request.Headers.Add("Last-Event-ID", last);
        return await host.Client.SendAsync(request);
    }

    private static List<string> Values(string text, string field) =>
        [.. text.Split('\n').Where(l => l.StartsWith($"{field}: ", StringComparison.Ordinal)).Select(l => l[(field.Length + 2)..])];
}
