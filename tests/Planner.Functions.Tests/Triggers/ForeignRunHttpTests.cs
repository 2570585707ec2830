using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.DurableTask;
using Planner.Functions.Tests.Hosting;

namespace Planner.Functions.Tests.Triggers;

public sealed class ForeignRunHttpTests
{
    public static TheoryData<string> Inputs => ["null", "\"text\"", "{\"a\":1}", "[1]"];

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task ForeignOrchestrationOfOurName_IsPassedOver(string input)
    {
        using var place = new HostPlace(TaskHubs.InMemory(), inMemory: true, "UseDevelopmentStorage=true");
        await using var host = await FunctionsHost.Start(place);
        var cancellation = TestContext.Current.CancellationToken;
        await host.Durable.ScheduleNewOrchestrationInstanceAsync(
            "plan-ticket",
            JsonSerializer.Deserialize<JsonElement?>(input),
            new StartOrchestrationOptions("SHOP-7-foreign"),
            cancellation);

        var runs = await host.Client.GetFromJsonAsync<JsonElement>("/api/runs", cancellation);
        var ready = await host.Stranger.GetFromJsonAsync<JsonElement>("/health/ready", cancellation);
        using var run = await host.Client.GetAsync("/api/runs/SHOP-7-foreign", cancellation);
        await host.Sweep(cancellation);

        Assert.Equal(0, runs.GetProperty("items").GetArrayLength());
        Assert.True(ready.GetProperty("ready").GetBoolean());
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (run.StatusCode, run.Content.Headers.ContentType?.MediaType));
    }
}
