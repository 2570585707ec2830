using Planner.Core.Artifacts.Records;
using Planner.Core.LanguageModels;
using Planner.Core.Opinions;
using Planner.Core.Text;
using Xunit;

namespace Planner.Core.Tests.LanguageModels;

/// <summary>What calls take, and what is kept of it.</summary>
public sealed class UsageTests
{
    [Fact]
    public void Price_HasFourColumns()
    {
        var price = new ModelPrice(Input: 2, Cached: 0.5m, CacheWrite: 0.25m, Output: 10);

        // 400 sent anew, 600 from the cache, 200 written into it besides, 100 received with those of reasoning.
        Assert.Equal(0.0008m + 0.0003m + 0.00005m + 0.001m, price.Of(new ModelUsage(1_000, 600, 200, 100, 40)));
    }

    [Fact]
    public void LedgerEntry_OfAnEarlierVersion_IsRead()
    {
        var entry = PlanJson.Read<LedgerEntry>("""{"mode":"openai","deployment":"deep","inputTokens":100,"outputTokens":10,"costUsd":0.25}""");

        Assert.Equal(new LedgerEntry("openai", "deep", 100, 10, 0.25m), entry);
        Assert.Equal(new CallTotal(1, 100, 0, 0, 10, 0, 0.25m), CallTotal.Of([entry]));
    }

    [Fact]
    public void EntryOfRules_IsWrittenAsBefore() => Assert.Equal(
        """{"mode":"rules","deployment":null,"inputTokens":0,"outputTokens":0,"costUsd":0}""", PlanJson.Content(new LedgerEntry("rules")));

    [Fact]
    public void Total_IsBySpecialist_AndLeavesOutWhatWasNotPaid()
    {
        var paid = LedgerEntry.Of("openai", "deep", new ModelUsage(100, 60, 5, 10, 4), 0.25m);
        var opinions = new[]
        {
            Opinion("service", paid, paid), Opinion("api", new LedgerEntry("openai", "deep") { Reused = true }, paid), Opinion("etl", new LedgerEntry("rules")),
        };

        var total = LedgerTotal.Of(opinions, opinions, paid);

        Assert.Equal(["api", "reading", "service"], total.By!.Keys);
        Assert.Equal(new CallTotal(2, 200, 120, 10, 20, 8, 0.5m), total.By["service"]);
        Assert.Equal(new CallTotal(4, 400, 240, 20, 40, 16, 1m), ModelCallRecord.Of(total.By)!.Total);
        Assert.Equal(new CallTotal(1, 100, 60, 5, 10, 4, 0.25m), total.WithAudit("another", [paid]).By!["audit"]);
        Assert.Equal(total.By, total.WithAudit(null, []).By);
        Assert.Null(LedgerTotal.Of(opinions[2..], opinions[2..]).By);
    }

    [Fact]
    public void CallThatTwoConsultationsShare_IsCountedOnce()
    {
        var paid = LedgerEntry.Of("openai", "deep", new ModelUsage(100, 60, 5, 10, 4), 0.25m) with { Call = "0123456789abcdef" };
        var opinions = new[] { Opinion("service", paid), Opinion("service", paid) };

        var total = LedgerTotal.Of(opinions, opinions);

        Assert.Equal((100, 0.25m, 1), (total.InputTokens, total.CostUsd, total.By!["service"].Calls));
    }

    private static Opinion Opinion(string name, params LedgerEntry[] ledger) =>
        new() { Specialist = name, Round = 1, Applies = true, Confidence = 8, Rationale = "x", Ledger = ledger };
}
