using Planner.Core.Artifacts.Spending;
using Planner.Core.LanguageModels;
using Planner.Specialists.Models.Calls;
using Planner.Testing.LanguageModels;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.Specialists.Tests.Models;

/// <summary>Calls of models within a budget. Each call of the script takes 1,000 tokens sent, 600 of them cached, and 240 received.</summary>
public sealed class BudgetTests
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 12, 1);

    private static readonly ModelPrices Prices = new(new Dictionary<string, ModelPrice>(StringComparer.Ordinal) { ["standard"] = new(2, 0.5m, 0, 10) });

    private readonly MemoryStore store = new();
    private readonly ScriptedModel model = new((_, _) => new CompletedAnswer("ok")
    {
        Deployment = "standard",
        Model = "scripted-1",
        Usage = new ModelUsage(1_000, 600, 0, 240, 50),
    });

    [Fact]
    public async Task Call_IsCountedByWhatItTook_NotByWhatItMightHaveTaken()
    {
        var paid = await Ask("one", Limits(run: new(10, null)));

        Assert.Equal(0.0035m, paid.CostUsd);
        Assert.Equal(new CallTotal(1, 1_000, 600, 0, 240, 50, 0.0035m), await Spent("SHOP-1-a"));
    }

    [Fact]
    public async Task RunLimit_EndsCallingBeforeItIsExceeded()
    {
        var budget = Limits(run: new(0.017m, null));
        await Ask("one", budget);
        await Ask("two", budget);

        // 0.007 was spent, and a call may take 0.01 by its longest answer.
        var reached = await Assert.ThrowsAsync<ModelBudgetException>(() => Ask("three", budget));

        Assert.Equal("the budget of 0.017 US dollars for a run", reached.Limit);
        Assert.Equal(2, model.Asked.Count);
    }

    [Fact]
    public async Task StoppedRun_SqueezesNoSmallerCallIn_AndReadsItsAnswersStill()
    {
        var budget = Limits(run: new(null, 4_000));
        await Ask("one", budget);
        await Assert.ThrowsAsync<ModelBudgetException>(() => Ask("two", budget, most: 4_000));

        await Assert.ThrowsAsync<ModelBudgetException>(() => Ask("three", budget, most: 10));
        await Ask("one", budget);
        await Ask("three", Limits(run: new(null, 9_000)), most: 10);

        Assert.Equal(2, model.Asked.Count);
    }

    [Fact]
    public async Task DayLimit_HoldsForAllRunsOfAStore_AndANewDayBeginsAnew()
    {
        var budget = Limits(day: new(null, 3_400));
        await Ask("one", budget, run: "SHOP-1-a");
        await Ask("two", budget, run: "CART-2-a", ticket: "CART-2");

        var reached = await Assert.ThrowsAsync<ModelBudgetException>(() => Ask("three", budget, run: "SHOP-3-a", ticket: "SHOP-3"));
        await Ask("three", budget, run: "SHOP-3-a", ticket: "SHOP-3", at: Noon.AddHours(12));

        Assert.Equal("the budget of 3,400 tokens for a day", reached.Limit);
        Assert.Equal(3, model.Asked.Count);
    }

    [Fact]
    public async Task ProjectLimit_HoldsForAMonth_AndForThatProjectAlone()
    {
        var budget = new ModelBudget
        {
            Projects = new Dictionary<string, SpendingLimit>(StringComparer.OrdinalIgnoreCase) { ["SHOP"] = new(null, 3_400) },
        };
        await Ask("one", budget, run: "SHOP-1-a");
        await Ask("two", budget, run: "SHOP-2-a", ticket: "SHOP-2", at: Noon.AddDays(20));

        var reached = await Assert.ThrowsAsync<ModelBudgetException>(() =>
            Ask("three", budget, run: "SHOP-3-a", ticket: "SHOP-3", at: Noon.AddDays(29)));
        await Ask("four", budget, run: "CART-3-a", ticket: "CART-3", at: Noon.AddDays(29));
        await Ask("five", budget, run: "SHOP-4-a", ticket: "SHOP-4", at: Noon.AddDays(31));

        Assert.Equal("the budget of 3,400 tokens for the project SHOP in a month", reached.Limit);
    }

    [Fact]
    public async Task CallsAtOnce_AreEnteredBeforeTheyArePaid()
    {
        var held = new HeldModel();
        var budget = Limits(run: new(null, 4_000));
        var first = Ask("one", budget, by: held);

        await Assert.ThrowsAsync<ModelBudgetException>(() => Ask("two", budget, by: held, most: 3_500));
        held.Answer.SetResult();
        await first;

        Assert.Equal(1, held.Asked);
    }

    [Fact]
    public async Task KilledBeforeItsAnswerWasWrittenDown_IsCountedOnce()
    {
        var budget = Limits(run: new(null, 100_000));
        await Assert.ThrowsAsync<KilledException>(() => Ask("one", budget, keep: new DyingStore(store, notes: true)));
        Assert.Equal(1_001, (await Spent("SHOP-1-a")).Output);

        await Ask("one", budget);

        Assert.Equal((2, 1, 240), (model.Asked.Count, (await Spent("SHOP-1-a")).Calls, (await Spent("SHOP-1-a")).Output));
    }

    [Fact]
    public async Task KilledBeforeItWasCounted_IsNotPaidAgainAndCountedOnce()
    {
        var budget = Limits(run: new(null, 100_000));
        await Assert.ThrowsAsync<KilledException>(() => Ask("one", budget, keep: new DyingStore(store, updates: 2)));

        await Ask("one", budget, at: Noon.AddDays(1));
        await Ask("one", budget, at: Noon.AddDays(1));

        Assert.Equal((1, 1, 240), (model.Asked.Count, (await Spent("SHOP-1-a")).Calls, (await Spent("SHOP-1-a")).Output));
    }

    [Fact]
    public async Task AnswerOfTheRunBefore_IsFree_AlsoWhereItIsReadAgain()
    {
        await Ask("one", ModelBudget.None, run: "SHOP-1-a");
        var budget = Limits(run: new(0, 0));

        var reused = await Ask("one", budget, run: "SHOP-1-b", previous: "SHOP-1-a");
        var again = await Ask("one", budget, run: "SHOP-1-b", previous: "SHOP-1-a");

        Assert.Equal((true, true), (reused.Reused, again.Reused));
        Assert.Equal(CallTotal.None, CallTotal.Of([reused.Entry("scripted"), again.Entry("scripted")]));
        Assert.Equal(CallTotal.None, await Spent("SHOP-1-b"));
    }

    [Fact]
    public async Task CallThatGotNoAnswer_IsNotCounted()
    {
        var away = new ScriptedModel((_, _) => throw new ModelOutOfReachException("away", "scripted"));

        await Assert.ThrowsAsync<ModelOutOfReachException>(() => Ask("one", Limits(run: new(1, null)), by: away));

        Assert.Equal(CallTotal.None, await Spent("SHOP-1-a"));
    }

    [Fact]
    public async Task RecordThatIsNone_IsNotCountedAnew()
    {
        await store.Update(SpendingDay.PathOf(Day), _ => """{"calls":{"x":null}}""", default);

        var fault = await Assert.ThrowsAsync<SpendingUnreadableException>(() => Ask("one", Limits(day: new(1, null))));

        Assert.Contains("spending/2026-12-01.json", fault.Message, StringComparison.Ordinal);
        Assert.Empty(model.Asked);
    }

    private static ModelBudget Limits(SpendingLimit? run = null, SpendingLimit? day = null) =>
        new() { Run = run ?? SpendingLimit.None, Day = day ?? SpendingLimit.None };

    private Task<CallTotal> Spent(string run) => new SpendingBook(store).OfRun(run, Day, Day.AddDays(40), default);

    private Task<PaidAnswer> Ask(
        string what, ModelBudget budget, string run = "SHOP-1-a", string ticket = "SHOP-1", DateTimeOffset? at = null, string? previous = null,
        int most = 1_001, ILanguageModel? by = null, DyingStore? keep = null) =>
        Accounts.Calls(by ?? model, keep ?? new DyingStore(store), new ModelTerms(Prices, budget)).Ask(
            new ModelRequest { Tier = ModelTier.Standard, Messages = [new UserMessage(what)], MaxOutputTokens = most },
            new CallPlace(ticket, run, previous, $"{run}/consult/1", 1, at ?? Noon),
            TestContext.Current.CancellationToken);

    private sealed class HeldModel : ILanguageModel
    {
        public TaskCompletionSource Answer { get; } = new();

        public int Asked { get; private set; }

        public string Kind => "scripted";

        public string Deployment(ModelTier tier) => "standard";

        public async Task<ModelAnswer> Complete(ModelRequest request, CancellationToken cancellation)
        {
            Asked++;
            await Answer.Task;
            return new CompletedAnswer("ok") { Deployment = "standard", Model = "scripted-1", Usage = new ModelUsage(10, 0, 0, 10, 0) };
        }
    }
}
