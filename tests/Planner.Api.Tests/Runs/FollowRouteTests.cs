using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Planner.Durability;
using Xunit;

namespace Planner.Api.Tests.Runs;

public sealed class FollowRouteTests(PlannedHost planned) : IClassFixture<PlannedHost>
{
    [Fact]
    public async Task LateDecision_StartsARunThatSaysWhatItFollowsAndWhy()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking);
        var id = await host.FinishedRun();

        using var response = await host.Client.PostAsJsonAsync(
            $"/api/runs/{id}/decisions/TD001",
            new { option = "B", rationale = "fast" },
            TestContext.Current.CancellationToken);
        var taken = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var run = taken.GetProperty("runId").GetString()!;
        await host.Runs.WaitForEnd(run, TestContext.Current.CancellationToken);
        using var second = await host.Client.PostAsJsonAsync($"/api/runs/{run}/decisions/TD001", new { option = "A" }, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Accepted, true), (response.StatusCode, taken.GetProperty("isLate").GetBoolean()));
        Assert.Equal($"/api/runs/{run}", response.Headers.Location!.ToString());
        var shown = await host.Client.Json($"/api/runs/{run}");
        Assert.Equal((id, 2), (shown.GetProperty("follows").GetString(), shown.GetProperty("version").GetInt32()));
        Assert.Equal(
            ("LateAnswer", "TD001"),
            (shown.GetProperty("cause").GetProperty("kind").GetString(), shown.GetProperty("cause").GetProperty("id").GetString()));
        await second.IsProblem(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task LateAnswerToAQuestion_StartsARunThatKnowsIt()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking);
        var id = await host.FinishedRun();

        using var response =
            await host.Client.PostAsJsonAsync($"/api/runs/{id}/questions/Q001", new { answer = "12,000" }, TestContext.Current.CancellationToken);
        var run = (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("runId").GetString()!;
        var end = await host.Runs.WaitForEnd(run, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Accepted, RunStatus.Completed), (response.StatusCode, end.Status));
        Assert.Equal("12,000", (await host.Client.Json($"/api/runs/{run}/questions")).GetProperty("items")[0].GetProperty("answer").GetString());
        Assert.Equal("Provisional", (await host.Client.Json($"/api/runs/{run}/decisions")).GetProperty("items")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task AnswerToAnOlderPlan_IsToldWhichCounts()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking);
        var first = await host.FinishedRun();
        var second = await host.FinishedRun("two");

        using var response =
            await host.Client.PostAsJsonAsync($"/api/runs/{first}/decisions/TD001", new { option = "B" }, TestContext.Current.CancellationToken);

        Assert.Equal(second, JsonDocument.Parse(await response.IsProblem(HttpStatusCode.Conflict)).RootElement.GetProperty("runId").GetString());
    }

    [Fact]
    public async Task Refinement_IsOneRunForOneKey()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking);
        var id = await host.FinishedRun();

        using var first = await Refine(host, id, "The mail is in German.", "k1");
        using var again = await Refine(host, id, "The mail is in German.", "k1");
        using var reused = await Refine(host, id, "The mail is in French.", "k1");
        var run = (await first.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("runId").GetString()!;
        var end = await host.Runs.WaitForEnd(run, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, again.StatusCode));
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        await reused.IsProblem(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(RunStatus.Completed, end.Status);
        Assert.Equal("Refinement", (await host.Client.Json($"/api/runs/{run}")).GetProperty("cause").GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public async Task EmptyInstruction_IsRefused(string? text)
    {
        var (host, id) = (planned.Host, planned.Run);

        using var empty = await Refine(host, id, text, "k1");
        using var tooLong = await Refine(host, id, new string('x', 1_001), "k2");
        using var badKey = await Refine(host, id, "In German.", "no spaces");

        await empty.IsProblem(HttpStatusCode.BadRequest);
        await tooLong.IsProblem(HttpStatusCode.BadRequest);
        await badKey.IsProblem(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> Refine(ApiHost host, string run, string? text, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/runs/{run}/refine") { Content = JsonContent.Create(new { instruction = text }) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await host.Client.SendAsync(request);
    }
}
