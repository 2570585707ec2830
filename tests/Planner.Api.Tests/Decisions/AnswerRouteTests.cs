using Planner.Durability;

namespace Planner.Api.Tests.Decisions;

public sealed class AnswerRouteTests
{
    private static readonly (string, string)[] Patient = [("Decisions:Timeout", "1.00:00:00")];

    [Fact]
    public async Task WaitingRun_ShowsWhatIsAsked()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, Patient);
        var id = await host.WaitingRun();

        var decision = (await host.Client.Json($"/api/runs/{id}/decisions")).GetProperty("items")[0];
        var question = (await host.Client.Json($"/api/runs/{id}/questions")).GetProperty("items")[0];

        Assert.Equal(
            ("TD001", "Pending", "A"),
            (decision.GetProperty("id").GetString(), decision.GetProperty("status").GetString(), decision.GetProperty("recommendation").GetString()));
        Assert.Equal(["A", "B"], decision.GetProperty("options").EnumerateArray().Select(o => o.GetProperty("id").GetString()!));
        Assert.Equal(JsonValueKind.Null, decision.GetProperty("option").ValueKind);
        Assert.Equal(("Q001", true), (question.GetProperty("id").GetString(), question.GetProperty("blocking").GetBoolean()));
    }

    [Fact]
    public async Task FirstAnswerCounts_AndTheSecondIsToldWhatStands()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, Patient);
        var id = await host.WaitingRun();

        using var first = await Decide(host.Client, id, new { option = "B", rationale = "fast" });
        using var second = await Decide(host.Client, id, new { option = "A" });

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        var problem = JsonDocument.Parse(await second.IsProblem(HttpStatusCode.Conflict)).RootElement;
        Assert.Equal("B", problem.GetProperty("option").GetString());
        var shown = (await host.Client.Json($"/api/runs/{id}/decisions")).GetProperty("items")[0];
        Assert.Equal(
            ("Decided", "B", "fast"),
            (shown.GetProperty("status").GetString(), shown.GetProperty("option").GetString(), shown.GetProperty("rationale").GetString()));
    }

    [Fact]
    public async Task AllAnswered_TheRunGoesOnAndThePlanSaysWhoDecided()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, Patient);
        var id = await host.WaitingRun();

        using var decided = await Decide(host.Client, id, new { option = "B", rationale = "fast", decidedBy = "Rita" });
        using var answered =
            await host.Client.PostAsJsonAsync($"/api/runs/{id}/questions/Q001", new { answer = "12,000" }, TestContext.Current.CancellationToken);
        var end = await host.Runs.WaitForEnd(id, TestContext.Current.CancellationToken);

        Assert.Equal(RunStatus.Completed, end.Status);
        var decision = (await host.Client.Json($"/api/runs/{id}/decisions")).GetProperty("items")[0];
        Assert.Equal(
            ("Decided", "B", "Rita"),
            (decision.GetProperty("status").GetString(), decision.GetProperty("option").GetString(), decision.GetProperty("decidedBy").GetString()));
        var question = (await host.Client.Json($"/api/runs/{id}/questions")).GetProperty("items")[0];
        Assert.Equal("12,000", question.GetProperty("answer").GetString());
        using var late = await Decide(host.Client, id, new { option = "A" });
        await late.IsProblem(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task ManyAtOnce_OneWins()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, Patient);
        var id = await host.WaitingRun();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Decide(host.Client, id, new { option = i % 2 == 0 ? "A" : "B" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(19, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        answers.ToList().ForEach(a => a.Dispose());
    }

    [Theory]
    [InlineData("TD001", """{"option":"C"}""", HttpStatusCode.BadRequest)]
    [InlineData("TD001", """{"option":""}""", HttpStatusCode.BadRequest)]
    [InlineData("TD001", """{"rationale":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("TD001", """{"option":"A","decidedBy":"a\nb"}""", HttpStatusCode.BadRequest)]
    [InlineData("TD999", """{"option":"A"}""", HttpStatusCode.Conflict)]
    [InlineData("Q001", """{"option":"A"}""", HttpStatusCode.Conflict)]
    [InlineData("TD001%2f..", """{"option":"A"}""", HttpStatusCode.Conflict)]
    public async Task AnswerThatDoesNotFit_IsAProblem_AndLeavesTheDecisionOpen(string decision, string body, HttpStatusCode status)
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, Patient);
        var id = await host.WaitingRun();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await host.Client.PostAsync($"/api/runs/{id}/decisions/{decision}", content, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("Pending", (await host.Client.Json($"/api/runs/{id}/decisions")).GetProperty("items")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task LongWords_AreRefused()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, Patient);
        var id = await host.WaitingRun();

        using var decision = await Decide(host.Client, id, new { option = "A", rationale = new string('x', 4_001) });
        using var answer =
            await host.Client.PostAsJsonAsync($"/api/runs/{id}/questions/Q001", new { answer = new string('x', 4_001) }, TestContext.Current.CancellationToken);
        using var empty = await host.Client.PostAsJsonAsync($"/api/runs/{id}/questions/Q001", new { answer = " " }, TestContext.Current.CancellationToken);

        await decision.IsProblem(HttpStatusCode.BadRequest);
        await answer.IsProblem(HttpStatusCode.BadRequest);
        await empty.IsProblem(HttpStatusCode.BadRequest);
    }

    private static Task<HttpResponseMessage> Decide(HttpClient client, string id, object body) =>
        client.PostAsJsonAsync($"/api/runs/{id}/decisions/TD001", body);
}
