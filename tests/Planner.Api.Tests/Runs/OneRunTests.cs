namespace Planner.Api.Tests.Runs;

/// <summary>A ticket has one run under way: a request is a trigger like any other.</summary>
public sealed class OneRunTests
{
    private static readonly (string, string) Patient = ("Decisions:Timeout", "1.00:00:00");
    private static readonly (string, string) Superseding = ("Planning:OnNewTrigger", "Supersede");

    [Fact]
    public async Task RequestWhileARunIsUnderWay_IsToldThatRun()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, Patient);
        var standing = await host.WaitingRun();

        using var response = await Ask(host, key: null);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal($"/api/runs/{standing}", response.Headers.Location?.OriginalString);
        Assert.Equal((standing, true), Told(await response.Json()));
        Assert.Single((await host.Client.Json("/api/runs")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task RequestThatAttached_GetsTheSameAnswerAgain_AlsoAfterThatRunEnded()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, Patient);
        var standing = await host.WaitingRun();
        using var first = await Ask(host, "two");
        using var cancelled = await host.Client.PostAsync($"/api/runs/{standing}/cancel", null, TestContext.Current.CancellationToken);

        using var second = await Ask(host, "two");

        Assert.Equal((standing, true), Told(await first.Json()));
        Assert.Equal((standing, true), Told(await second.Json()));
        Assert.Single((await host.Client.Json("/api/runs")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task NewKeyAfterTheRunEnded_IsARunOfItsOwn()
    {
        await using var host = await ApiHost.Start();
        await host.FinishedRun();

        using var response = await Ask(host, "two");

        Assert.Equal(("SHOP-7-api-two", false), Told(await response.Json()));
    }

    [Fact]
    public async Task RequestThatSupersedes_EndsTheRunBefore_WhichSaysByWhom()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, Patient, Superseding);
        var before = await host.WaitingRun();

        using var response = await Ask(host, "two");
        using var again = await Ask(host, "one");
        var ended = await host.Client.Json($"/api/runs/{before}");

        Assert.Equal(("SHOP-7-api-two", false), Told(await response.Json()));
        Assert.Equal((before, false), Told(await again.Json()));
        Assert.Equal(("Cancelled", "SHOP-7-api-two"), (ended.GetProperty("status").GetString(), ended.GetProperty("supersededBy").GetString()));
        Assert.NotEqual("Cancelled", (await host.Client.Json("/api/runs/SHOP-7-api-two")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task ManyRequestsAtOnce_LeaveOneRunUnderWay_AndEachKeyKeepsItsAnswer()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, Patient);
        var keys = Enumerable.Range(0, 12).Select(n => $"k{n % 6}").ToList();

        var told = await Task.WhenAll(keys.Select(k => RunId(host, k)));
        var again = await Task.WhenAll(keys.Select(k => RunId(host, k)));

        Assert.Equal(told, again);
        Assert.Single((await host.Client.Json("/api/runs")).GetProperty("items").EnumerateArray(), r => r.GetProperty("status").GetString() != "Cancelled");
    }

    [Fact]
    public async Task AttachedRequestForAnotherCodebase_IsToldTheOneThatIsPlannedAgainst()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, Patient, ("Codebases:other:Path", "unused"), ("Codebases:shop:Projects:0", "SHOP"));
        await host.WaitingRun();

        using var attached = await Ask(host, "two", "other");
        using var reused = await Ask(host, "two", "shop");

        Assert.Equal("shop", (await attached.Json()).GetProperty("codebase").GetString());
        await reused.IsProblem(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task UnknownWord_IsRefusedAtTheStart()
    {
        var fault = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => ApiHost.Start(("Planning:OnNewTrigger", "both")));

        Assert.Equal("Planning__OnNewTrigger must be attach or supersede.", fault.Message);
    }

    private static (string?, bool) Told(JsonElement started) => (started.GetProperty("runId").GetString(), started.GetProperty("attached").GetBoolean());

    private static async Task<string?> RunId(ApiHost host, string key)
    {
        using var response = await Ask(host, key);
        return (await response.Json()).GetProperty("runId").GetString();
    }

    private static async Task<HttpResponseMessage> Ask(ApiHost host, string? key, string? codebase = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs") { Content = JsonContent.Create(new { ticket = "SHOP-7", codebase }) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
