using Planner.Core.Decisions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Decisions;

public sealed class ContradictionTests
{
    private static readonly SettledDecision Settled = Sound.Decisions[0];
    private static readonly DecisionOption NotTaken = Settled.Decision.Options.First(o => o.Id != Settled.Option);

    [Fact]
    public void SameQuestionSettledOtherwise_IsFound()
    {
        var found = Assert.Single(Contradiction.Among([Settled], Told(Settled.Decision.Title, NotTaken.Title)));
        Assert.Equal((NotTaken.Id, "SHOP-9 TD004"), (found.Option.Id, found.Earlier.Name));
    }

    [Fact]
    public void SameQuestionSettledTheSameWay_IsNone() => Assert.Empty(Contradiction.Among([Settled], Told(Settled.Decision.Title, Settled.Chosen.Title)));

    [Fact]
    public void OtherQuestion_IsNone() => Assert.Empty(Contradiction.Among([Settled], Told("Which colour has the button?", NotTaken.Title)));

    [Fact]
    public void SameQuestionAboutTheSameThingInOtherWords_IsFound()
    {
        var asked = Settled with { Decision = Settled.Decision with { Title = "When is `IPaymentGateway` called while `order_returns` is written?" } };
        Assert.Single(Contradiction.Among([asked], Told("When is `IPaymentGateway` called while `exchanges` is written?", NotTaken.Title)));
    }

    [Fact]
    public void Contradiction_IsAWarningOfTheDecisionsCheck()
    {
        var plan = Sound with { Grounding = Sound.Grounding with { Documents = Told(Settled.Decision.Title, NotTaken.Title) } };
        var finding = Assert.Single(Report(plan).Findings, f => f.Code == "Q6.contradicts");
        Assert.Equal((Planner.Core.Opinions.Severity.Warning, Settled.Decision.Id), (finding.Severity, finding.Id));
        Assert.Contains("SHOP-9 TD004", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_SayWhomTheyFollowAndContradict()
    {
        var weighed = Contradiction.Weighed(Settled.Decision, Told(Settled.Decision.Title, NotTaken.Title));
        Assert.Contains(weighed.Options.First(o => o.Id == NotTaken.Id).Pros, p => p == "SHOP-9 TD004 decided so.");
        Assert.Contains(weighed.Options.First(o => o.Id == Settled.Option).Cons, c => c.StartsWith("It contradicts SHOP-9 TD004", StringComparison.Ordinal));
    }

    [Fact]
    public void Memory_TellsWhatOtherTicketsSettledWithTheirThings()
    {
        var memory = DecisionMemory.With(null, "SHOP-9", 1, [Settled], _ => ["orders"]);
        Assert.Equal(["orders"], DecisionMemory.Earlier(memory, "SHOP-10")!.Single().Things);
        Assert.Empty(DecisionMemory.Earlier(memory, "SHOP-9")!);
    }

    [Fact]
    public void BrokenMemory_IsNotReadAndNotOverwritten()
    {
        Assert.Null(DecisionMemory.Earlier("{", "SHOP-9"));
        Assert.Equal("{", DecisionMemory.With("{", "SHOP-9", 1, [Settled]));
    }

    private static TicketDocuments Told(string title, string decided) => new()
    {
        Decisions = [new(new EarlierDecision { Source = "SHOP-9", Id = "TD004", Title = title, Decision = decided, Status = "Decided" }, "names orders")],
    };
}
