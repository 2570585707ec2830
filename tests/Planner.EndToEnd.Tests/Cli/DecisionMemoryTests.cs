using Planner.EndToEnd.Tests.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

public sealed class DecisionMemoryTests : IDisposable
{
    private const string First = "Round the total once after adding";
    private const string Second = "Round every price before adding it up";
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task SecondTicketThatSettlesTheSameQuestionOtherwise_IsToldSo()
    {
        Write("SHOP-21", "`PriceList.Round` adds prices", First, Second);
        Write("SHOP-22", "`PriceList.Round` adds discounts", Second, First);
        await scratch.PlanFile("SHOP-21.md");

        var finished = await scratch.PlanFile("SHOP-22.md");

        Assert.Equal(0, finished.Code);
        Assert.Contains("Conflict", Page("decisions.md"), StringComparison.Ordinal);
        Assert.Contains("SHOP-21 TD001 (Provisional)", Page("decisions.md"), StringComparison.Ordinal);
        Assert.Contains("Q6.contradicts", Page("review.json"), StringComparison.Ordinal);
        Assert.Contains("SHOP-21", Page("grounding.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenMemory_IsALimitation()
    {
        Directory.CreateDirectory(Path.Combine(scratch.Out, "decisions"));
        scratch.Write("out/decisions/index.json", "null");
        await scratch.PlanTicket();
        Assert.Contains(
            "decisions/index.json",
            await File.ReadAllTextAsync(Path.Combine(scratch.Out, "JIRA-SHOP-9", "v1", "grounding.json"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    private string Page(string name) => File.ReadAllText(Path.Combine(scratch.Out, "JIRA-SHOP-22", "v1", name));

    private void Write(string key, string summary, string one, string other) => scratch.Write(
        $"{key}.md",
        $"---\nkey: {key}\n---\n# {summary}\n\n## Where is a price rounded?\n\n- Option A: {one}.\n- Option B: {other}.\n\n## Acceptance criteria\n\n- "
            + $"`PriceList.Round` gives 1.01 for 1.005.\n- `PriceList.Round` refuses a negative price.\n");
}
