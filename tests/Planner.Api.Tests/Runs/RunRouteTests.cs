using Microsoft.Extensions.DependencyInjection;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Spending;
using Planner.Core.LanguageModels;

namespace Planner.Api.Tests.Runs;

public sealed class RunRouteTests(IdleHost idle) : IClassFixture<IdleHost>
{
    [Fact]
    public async Task Start_AnswersWithTheRunAndWhereItIs()
    {
        await using var host = await ApiHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs") { Content = JsonContent.Create(new { ticket = "SHOP-7", codebase = "shop" }) };
        request.Headers.Add("Idempotency-Key", "abc-1");

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("/api/runs/SHOP-7-api-abc-1", response.Headers.Location?.OriginalString);
        Assert.Equal("SHOP-7-api-abc-1", (await response.Json()).GetProperty("runId").GetString());
    }

    [Fact]
    public async Task CallsOfAModel_AreShownWithTheirRun()
    {
        await using var host = await ApiHost.Start();
        var id = await host.FinishedRun("k");
        var none = await host.Client.Json($"/api/runs/{id}");
        var book = new SpendingBook(host.Services.GetRequiredService<IArtifactStore>());
        var day = DateOnly.FromDateTime(none.GetProperty("createdAt").GetDateTimeOffset().UtcDateTime);
        await book.Close(day, "a", new SpentCall(id, "SHOP", new CallTotal(1, 1_000, 600, 0, 200, 50, 0.25m)), TestContext.Current.CancellationToken);
        await book.Close(day, "b", new SpentCall("another", "SHOP", new CallTotal(1, 9, 0, 0, 9, 0, 9)), TestContext.Current.CancellationToken);

        var spent = (await host.Client.Json($"/api/runs/{id}")).GetProperty("modelCalls");

        Assert.Equal(JsonValueKind.Null, none.GetProperty("modelCalls").ValueKind);
        Assert.Equal(1, spent.GetProperty("calls").GetInt32());
        Assert.Equal((1_000, 0.25m), (spent.GetProperty("input").GetInt64(), spent.GetProperty("costUsd").GetDecimal()));
    }

    [Fact]
    public async Task SameKeyAgain_IsTheSameRun_AlsoAfterItEnded()
    {
        await using var host = await ApiHost.Start();

        var first = await host.FinishedRun("k");
        var second = await host.FinishedRun("k");

        Assert.Equal(first, second);
        Assert.Single((await host.Client.Json("/api/runs")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task SameKeyWithAnotherCodebase_IsRefused()
    {
        await using var host = await ApiHost.Start(("Codebases:other:Path", "unused"), ("Codebases:shop:Projects:0", "SHOP"));
        await host.StartRun("k");
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            "/api/runs")
        { Content = JsonContent.Create(new { ticket = "SHOP-7", codebase = "other" }) };
        request.Headers.Add("Idempotency-Key", "k");

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("""{"ticket":"SHOP-7","codebase":"../../etc"}""")]
    [InlineData("""{"ticket":"SHOP-7","codebase":"https://example.com/x.git"}""")]
    [InlineData("""{"ticket":"../SHOP-7"}""")]
    [InlineData("""{"ticket":"shop"}""")]
    [InlineData("""{"ticket":null}""")]
    [InlineData("""{"ticket":7}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"ticket":"SHOP-7" """)]
    [InlineData("")]
    public async Task BadBody_IsAProblemWithoutInternals(string body)
    {
        var host = idle.Host;
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await host.Client.PostAsync("/api/runs", content, TestContext.Current.CancellationToken);

        var text = await response.IsProblem(HttpStatusCode.BadRequest);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("../x")]
    [InlineData("k%2f..")]
    public async Task BadIdempotencyKey_IsRefused(string key)
    {
        var host = idle.Host;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs") { Content = JsonContent.Create(new { ticket = "SHOP-7" }) };
        request.Headers.Add("Idempotency-Key", key);

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task AddressOfARun_LeadsToIt()
    {
        await using var host = await ApiHost.Start();
        var id = await host.FinishedRun();

        var run = await host.Client.Json($"/runs/{id}");

        Assert.Equal(id, run.GetProperty("runId").GetString());
    }

    [Fact]
    public async Task FinishedRun_ShowsItsVersionAndVerdict()
    {
        await using var host = await ApiHost.Start();
        var id = await host.FinishedRun();

        var run = await host.Client.Json($"/api/runs/{id}");

        Assert.Equal(
            ("Completed", 1, "SHOP-7"),
            (run.GetProperty("status").GetString(), run.GetProperty("version").GetInt32(), run.GetProperty("ticket").GetString()));
        Assert.NotEmpty(run.GetProperty("verdict").GetString()!);
        Assert.Equal(0, run.GetProperty("waitingFor").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, run.GetProperty("supersededBy").ValueKind);
    }

    [Fact]
    public async Task WaitingRun_SaysForWhatFromWhomAndUntilWhen()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, ("Decisions:Timeout", "1.00:00:00"));
        var id = await host.WaitingRun();

        var waits = (await host.Client.Json($"/api/runs/{id}")).GetProperty("waitingFor").EnumerateArray().ToList();

        Assert.Equal(["Q001", "TD001"], waits.Select(w => w.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(waits, w => Assert.True(w.GetProperty("until").GetDateTimeOffset() > DateTimeOffset.UtcNow.AddHours(20)));
        Assert.All(waits, w => Assert.NotEmpty(w.GetProperty("from").GetString()!));
    }

    [Fact]
    public async Task SameState_IsNotSentTwice()
    {
        await using var host = await ApiHost.Start();
        var id = await host.FinishedRun();
        using var first = await host.Client.GetAsync($"/api/runs/{id}", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/runs/{id}");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("SHOP-7-api-none")]
    [InlineData("..")]
    [InlineData("%2e%2e%2fengine")]
    [InlineData("a%00b")]
    [InlineData("x'%20OR%201=1")]
    public async Task UnknownRun_IsNotFound_OnEveryRoute(string id)
    {
        var host = idle.Host;
        foreach (var rest in new[] { "", "/decisions", "/questions", "/artifacts", "/artifacts/tasks.json", "/artifacts.zip", "/tasks", "/events" })
        {
            using var response = await host.Client.GetAsync($"/api/runs/{id}{rest}", TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{rest}: {response.StatusCode}");
        }

        foreach (var verb in new[] { "cancel", "suspend", "resume" })
        {
            using var response = await host.Client.PostAsync($"/api/runs/{id}/{verb}", null, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{verb}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task SuspendedRun_GoesOnWhenResumed_AndCancelEndsIt()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, ("Decisions:Timeout", "1.00:00:00"));
        var id = await host.WaitingRun();

        Assert.Equal("Suspended", await Steered(host, id, "suspend"));
        Assert.Equal("Waiting", await Steered(host, id, "resume"));
        Assert.Equal("Cancelled", await Steered(host, id, "cancel"));
        using var again = await host.Client.PostAsync($"/api/runs/{id}/cancel", null, TestContext.Current.CancellationToken);
        await again.IsProblem(HttpStatusCode.Conflict);
    }

    private static async Task<string> Steered(ApiHost host, string id, string verb)
    {
        using var response = await host.Client.PostAsync($"/api/runs/{id}/{verb}", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await host.Client.Json($"/api/runs/{id}")).GetProperty("status").GetString()!;
    }
}
