using System.Text.Json;
using Planner.EndToEnd.Tests.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

public sealed class EpicTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task SampleEpic_GetsAStoryMapWithWaves()
    {
        foreach (var ticket in Directory.EnumerateFiles(Path.Combine(Readme.Root, "samples", "tickets"), "SHOP-11*.json"))
        {
            File.Copy(ticket, Path.Combine(scratch.Root, Path.GetFileName(ticket)));
        }

        var run = await scratch.PlanFile("SHOP-110-back-in-stock.json", "--codebase", Path.Combine(Readme.Root, "samples", "shop"));

        Assert.True(run.Code == 0, run.Errors + run.Output);
        Assert.Contains("SHOP-110 v1: APPROVED WITH PROVISIONAL DECISIONS", run.Output, StringComparison.Ordinal);
        using var tasks = Json("SHOP-110", "tasks.json");
        Assert.Equal(
            ["SHOP-111 Done 0", "SHOP-112 Planned 1", "SHOP-113 Planned 2", "SHOP-114 Planned 1"],
            tasks.RootElement.GetProperty("stories")
                .EnumerateArray()
                .Select(s =>
                    $"{s.GetProperty("key")} {s.GetProperty("state")} "
                        + $"{(s.GetProperty("wave") is { ValueKind: JsonValueKind.Number } wave ? wave.GetInt32() : 0)}"));
        using var review = Json("SHOP-110", "review.json");
        Assert.Empty(review.RootElement.GetProperty("findings").EnumerateArray());
        var reasons = review.RootElement.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("reason").GetString()!).ToList();
        Assert.Contains(reasons, r => r.StartsWith("10 of 10 criteria are covered", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.StartsWith("0 of ", StringComparison.Ordinal) && r.EndsWith("references lead nowhere.", StringComparison.Ordinal));
        Assert.Contains("\n## Story map\n", Page("SHOP-110", "implementation.md"), StringComparison.Ordinal);
        Assert.Contains("`api/openapi.yaml` | T005 (SHOP-112), T007 (SHOP-114)", Page("SHOP-110", "execution-plan.md"), StringComparison.Ordinal);
        var files = tasks.RootElement.GetProperty("tasks")
            .EnumerateArray()
            .Where(t => t.TryGetProperty("story", out var story) && story.GetString() == "SHOP-113")
            .SelectMany(t => t.GetProperty("files").EnumerateArray())
            .Select(f => f.GetProperty("path").GetString())
            .ToList();
        Assert.Contains("db/migrations/011_create_outgoing_messages.up.sql", files);
        Assert.Contains("src/Shop.Data/DataRegistration.cs", files);
        Assert.Contains("The ticket lists `StockAlertService` among what it changes.", Page("SHOP-110", "decisions.md"), StringComparison.Ordinal);
        Assert.Contains("3 of 4 stories, ", File.ReadAllText(Path.Combine(scratch.Root, "SHOP-110.comment.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoryThatIsNotThere_IsALimitationEverywhere()
    {
        scratch.Write("epic.md", "---\nkey: SHOP-20\ntype: Epic\nchildren: [SHOP-21, SHOP-22]\n---\n# Prices\n");
        scratch.Write(
            "story.md",
            "---\nkey: SHOP-21\ndepends-on: [SHOP-22]\n---\n# Prices are not rounded\n\n`PriceList.Round` returns 1.005 for 1.005.\n\n## Acceptance "
                + "criteria\n\n- Given the price 1.005, when `PriceList.Round` is called, then it returns 1.01.\n");

        var run = await scratch.PlanFile("epic.md");

        Assert.True(run.Code == 0, run.Errors + run.Output);
        const string Limitation = "SHOP-22 is not planned, because it is not there or not visible";
        Assert.Contains(Limitation, Page("SHOP-20", "grounding.json"), StringComparison.Ordinal);
        Assert.Contains(Limitation, Page("SHOP-20", "implementation.md"), StringComparison.Ordinal);
        Assert.Contains("SHOP-22, not planned", Page("SHOP-20", "implementation.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreStoriesThanTheMostWithACircle_ArePlannedAndBothIsSaid()
    {
        var keys = Enumerable.Range(21, 53).Select(n => $"SHOP-{n}").ToList();
        scratch.Write("epic.md", $"---\nkey: SHOP-20\ntype: Epic\nchildren: [SHOP-20, {string.Join(", ", keys)}]\n---\n# Prices\n");
        foreach (var (key, at) in keys.Select((k, at) => (k, at)))
        {
            var status = at == 2 ? "Done" : "To Do";
            var needs = at < 2 ? $"depends-on: [{keys[1 - at]}]\n" : "";
            scratch.Write(
                $"{key}.md",
                $"---\nkey: {key}\nstatus: {status}\n{needs}---\n# Price {at} is rounded\n\n## Acceptance criteria\n\n- Given the price {at}.005, when "
                    + $"`PriceList.Round` is called, then it returns {at}.01.\n");
        }

        var run = await scratch.PlanFile("epic.md");

        Assert.True(run.Code == 0, run.Errors + run.Output);
        var page = Page("SHOP-20", "implementation.md");
        Assert.Contains("SHOP-20 has 53 children, of which 50 are on the story map", page, StringComparison.Ordinal);
        Assert.Contains("SHOP-71, SHOP-72, SHOP-73 are left out.", page, StringComparison.Ordinal);
        Assert.Contains("SHOP-21, SHOP-22 wait for each other", page, StringComparison.Ordinal);
        using var tasks = Json("SHOP-20", "tasks.json");
        Assert.Equal(keys.Take(50), tasks.RootElement.GetProperty("stories").EnumerateArray().Select(s => s.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task EpicOfWhichNothingCanBePlanned_GetsQuestions()
    {
        scratch.Write("epic.md", "---\nkey: SHOP-20\ntype: Epic\nchildren: [SHOP-21, SHOP-20]\n---\n# Prices\n");

        var run = await scratch.PlanFile("epic.md");

        Assert.Equal(3, run.Code);
        Assert.Contains("SHOP-21 could not be read", Page("SHOP-20", "questions.md"), StringComparison.Ordinal);
    }

    private string Page(string key, string name) => File.ReadAllText(Path.Combine(scratch.Out, $"JIRA-{key}", "v1", name));

    private JsonDocument Json(string key, string name) => JsonDocument.Parse(Page(key, name));
}
