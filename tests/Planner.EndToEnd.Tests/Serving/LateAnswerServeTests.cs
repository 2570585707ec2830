using System.Net.Http.Json;
using System.Text.Json;
using Planner.EndToEnd.Tests.Cli;
using Planner.EndToEnd.Tests.Repository;
using Planner.Testing.Categories;
using Xunit;

namespace Planner.EndToEnd.Tests.Serving;

[LongRunning]
public sealed class LateAnswerServeTests
{
    private const string Run = "SHOP-101-api-one";

    [Fact]
    public async Task PlanOfASample_WithALateAnswerAndARefinement_AsksOnlyThoseWhomTheyTouch()
    {
        using var scratch = new ScratchFolder();
        await using var server = await ServedProcess.Start(scratch.Root, ("Decisions__Timeout", "00:00:00"));
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/runs") { Content = JsonContent.Create(new { ticket = "SHOP-101" }) };
        request.Headers.Add("Idempotency-Key", "one");
        using var started = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await Completed(client, Run);

        var late = await Following(
            client,
            await server.Command(scratch.Root, "decide", Run, "TD001", "B", "--because", "It survives an outage."),
            "SHOP-101-late-TD001-");
        var refined = await Following(
            client,
            await server.Command(
                scratch.Root,
                "refine",
                late,
                "Given a return of more than 3 items, when it is created, then `ReturnService` writes a log entry."),
            "SHOP-101-refine-");
        var shown = await server.Command(scratch.Root, "show", refined);

        var confirmed = await client.GetStringAsync($"api/runs/{late}/artifacts/planning_session.log", TestContext.Current.CancellationToken);
        var widened = await client.GetStringAsync($"api/runs/{refined}/artifacts/planning_session.log", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("specialist", confirmed, StringComparison.Ordinal);
        Assert.Contains("Service specialist, asked again", widened, StringComparison.Ordinal);
        Assert.DoesNotContain("Database specialist", widened, StringComparison.Ordinal);
        Assert.Contains($"follows {late}: refined by local operator", shown.Output, StringComparison.Ordinal);
        Assert.Contains("v3", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NEEDS ATTENTION", shown.Output, StringComparison.Ordinal);
        Assert.Contains(
            "AC8",
            await client.GetStringAsync($"api/runs/{refined}/artifacts/changes.md", TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    private static async Task<string> Following(HttpClient client, Planner.EndToEnd.Tests.Repository.PlannerProcess.Finished command, string prefix)
    {
        Assert.True(command.Code == 0, command.Errors);
        var run = Assert.Single(command.Output.Split([' ', '\n', ':']), w => w.StartsWith(prefix, StringComparison.Ordinal));
        await Completed(client, run);
        return run;
    }

    private static async Task Completed(HttpClient client, string run)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await client.GetFromJsonAsync<JsonElement>($"api/runs/{run}", limit.Token)).GetProperty("status").GetString() != "Completed")
        {
            await Task.Delay(50, limit.Token);
        }
    }
}
