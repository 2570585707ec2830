using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Planner.Conformance.Stores;
using Planner.Functions.Tests.Hosting;
using Planner.Testing.Categories;

namespace Planner.Functions.Tests.Triggers;

/// <summary>The routes of the product through the one HTTP function, over runs on Durable Task.</summary>
public abstract class HttpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly string key = Guid.NewGuid().ToString("n");

    private protected abstract Task<HostPlace> Place();

    [Fact]
    public async Task RunAskedFor_IsFollowedToItsEnd_AndItsFilesAreServed()
    {
        using var place = await Place();
        await using var host = await FunctionsHost.Start(place, ("Decisions:Timeout", "00:00:00"));
        var id = await Start(host);

        var events = await Events(host, id);
        var run = await Json(host, $"/api/runs/{id}");
        var files = (await Json(host, $"/api/runs/{id}/artifacts"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(f => f.GetProperty("path").GetString()!)
            .ToList();
        await using var zip = await host.Client.GetStreamAsync($"/api/runs/{id}/artifacts.zip", TestContext.Current.CancellationToken);
        using var archive =
            await ZipArchive.CreateAsync(zip, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, TestContext.Current.CancellationToken);

        Assert.EndsWith("""data: {"runStatus":"Completed"}""", events.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(("Completed", 1), (run.GetProperty("status").GetString(), run.GetProperty("version").GetInt32()));
        Assert.Contains("implementation.md", files);
        Assert.Equal(files.Count, archive.Entries.Count);
        Assert.Contains(
            "`OrderService`",
            await host.Client.GetStringAsync($"/api/runs/{id}/artifacts/implementation.md", TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.NotEqual(0, (await Json(host, $"/api/runs/{id}/tasks")).GetProperty("tasks").GetArrayLength());
    }

    [Fact]
    public async Task Decision_CountsOnce_AnotherRequestAttaches_AndCancellingEndsTheRun()
    {
        using var place = await Place();
        await using var host = await FunctionsHost.Start(place);
        var id = await Start(host);
        await Until(host, id, "Waiting");

        using var first = await host.Client.PostAsJsonAsync(
            $"/api/runs/{id}/decisions/TD001",
            new { option = "A", rationale = "agreed" },
            TestContext.Current.CancellationToken);
        using var second =
            await host.Client.PostAsJsonAsync($"/api/runs/{id}/decisions/TD001", new { option = "B", rationale = "" }, TestContext.Current.CancellationToken);
        using var again = await Ask(host);
        var decision = (await Json(host, $"/api/runs/{id}/decisions")).GetProperty("items").EnumerateArray().First();
        using var cancelled = await host.Client.PostAsync($"/api/runs/{id}/cancel", null, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Equal($"/api/runs/{id}", again.Headers.Location?.OriginalString);
        Assert.Equal(
            ("TD001", "Decided", "Olga"),
            (decision.GetProperty("id").GetString(), decision.GetProperty("status").GetString(), decision.GetProperty("decidedBy").GetString()));
        Assert.Equal("Cancelled", (await Json(host, $"/api/runs/{id}")).GetProperty("status").GetString());
    }

    private async Task<string> Start(FunctionsHost host)
    {
        using var response = await Ask(host);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("runId").GetString()!;
    }

    private async Task<HttpResponseMessage> Ask(FunctionsHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs") { Content = JsonContent.Create(new { ticket = "SHOP-101" }) };
        request.Headers.Add("Idempotency-Key", key);
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    // A stream ends in time, as a function must; readers come back until the run has ended.
    private static async Task<string> Events(FunctionsHost host, string id)
    {
        using var limit = new CancellationTokenSource(Patience);
        var events = "";
        while (!events.Contains("runStatus", StringComparison.Ordinal))
        {
            events = await host.Client.GetStringAsync($"/api/runs/{id}/events", limit.Token);
        }

        return events;
    }

    private static async Task Until(FunctionsHost host, string id, string status)
    {
        using var limit = new CancellationTokenSource(Patience);
        while ((await Json(host, $"/api/runs/{id}")).GetProperty("status").GetString() != status)
        {
            await Task.Delay(100, limit.Token);
        }
    }

    private static Task<JsonElement> Json(FunctionsHost host, string path) =>
        host.Client.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);
}

/// <summary>In memory.</summary>
public sealed class InMemoryHttpTests : HttpTests
{
    private protected override Task<HostPlace> Place() => Task.FromResult<HostPlace>(new(TaskHubs.InMemory(), inMemory: true, "UseDevelopmentStorage=true"));
}

/// <summary>On Azure Storage, or on Azurite, inbox and journal too.</summary>
[LongRunning]
public sealed class AzureStorageHttpTests(StorageAccount account) : HttpTests
{
    private protected override async Task<HostPlace> Place()
    {
        var connection = await account.ConnectionString();
        return new HostPlace(TaskHubs.InAzureStorage(connection), inMemory: false, connection);
    }
}
