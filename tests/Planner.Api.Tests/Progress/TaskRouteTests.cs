namespace Planner.Api.Tests.Progress;

public sealed class TaskRouteTests(PlannedHost planned) : IClassFixture<PlannedHost>
{
    [Fact]
    public async Task Report_ShowsInTheTaskAndInItsWave_AndLeavesTheVersionAlone()
    {
        await using var host = await ApiHost.Start();
        var id = await host.FinishedRun();
        var before = await host.Client.GetStringAsync($"/api/runs/{id}/artifacts/tasks.json", TestContext.Current.CancellationToken);
        var task = (await host.Client.Json($"/api/runs/{id}/tasks")).GetProperty("waves")[0].GetProperty("tasks")[0].GetString();

        using var response =
            await host.Client.PatchAsJsonAsync($"/api/runs/{id}/tasks/{task}", new { status = "Done", note = "merged" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var after = await host.Client.Json($"/api/runs/{id}/tasks");
        Assert.Equal(
            "Done",
            after.GetProperty("tasks").EnumerateArray().Single(t => t.GetProperty("id").GetString() == task).GetProperty("status").GetString());
        Assert.Equal(1, after.GetProperty("waves")[0].GetProperty("done").GetInt32());
        Assert.Equal(
            ("merged", "local operator"),
            (after.GetProperty("notes")[0].GetProperty("note").GetString(), after.GetProperty("notes")[0].GetProperty("by").GetString()));
        Assert.Equal(before, await host.Client.GetStringAsync($"/api/runs/{id}/artifacts/tasks.json", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ManyReportsAtOnce_AllStand()
    {
        await using var host = await ApiHost.Start();
        var id = await host.FinishedRun();
        var tasks = (await host.Client.Json($"/api/runs/{id}/tasks"))
            .GetProperty("tasks")
            .EnumerateArray()
            .Select(t => t.GetProperty("id").GetString()!)
            .ToList();

        await Task.WhenAll(tasks.Select(t => host.Client.PatchAsJsonAsync($"/api/runs/{id}/tasks/{t}", new { status = "Doing" })));

        var after = (await host.Client.Json($"/api/runs/{id}/tasks")).GetProperty("tasks").EnumerateArray();
        Assert.All(after, t => Assert.Equal("Doing", t.GetProperty("status").GetString()));
    }

    [Theory]
    [InlineData("T999", """{"status":"Done"}""", HttpStatusCode.NotFound)]
    [InlineData("T001", """{"status":"Finished"}""", HttpStatusCode.BadRequest)]
    [InlineData("T001", """{"status":17}""", HttpStatusCode.BadRequest)]
    [InlineData("T001", """{"note":"x"}""", HttpStatusCode.BadRequest)]
    public async Task ReportThatDoesNotFit_IsAProblem(string task, string body, HttpStatusCode status)
    {
        var (host, id) = (planned.Host, planned.Run);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await host.Client.PatchAsync($"/api/runs/{id}/tasks/{task}", content, TestContext.Current.CancellationToken);

        await response.IsProblem(status);
    }
}
