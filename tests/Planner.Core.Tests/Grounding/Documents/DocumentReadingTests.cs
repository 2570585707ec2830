using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Tickets;
using Xunit;

namespace Planner.Core.Tests.Grounding.Documents;

public sealed class DocumentReadingTests
{
    private static readonly SectionFact Cancelling = new("docs/a.md", 3, "Who may cancel?", ["cancel", "late"], ["OrderService"]);

    [Fact]
    public void SectionThatNamesAThingOfTheTicket_IsToldByItsHeading()
    {
        var told = Ground("`OrderService` must refuse", new DocumentFacts { Sections = [Cancelling] }).Sections.Single();
        Assert.Equal(("docs/a.md#who-may-cancel", 3, "names OrderService"), (told.Place, told.Line, told.Why));
    }

    [Fact]
    public void SectionThatSharesRareWords_IsTold() =>
        Assert.Single(Ground(
            "Vouchers and refunds",
            new DocumentFacts { Sections = [Cancelling with { Words = ["voucher", "refund"], Names = [] }] }).Sections);

    [Fact]
    public void SectionAboutOtherThings_IsNotTold() =>
        Assert.Empty(Ground("Vouchers and refunds", new DocumentFacts { Sections = [Cancelling, Cancelling with { Words = ["voucher"] }] }).Sections);

    [Fact]
    public void EarlierDecisionAboutTheSameTable_IsTold()
    {
        var decision = new EarlierDecision { Source = "SHOP-9", Id = "TD001", Title = "Which way?", Decision = "This", Things = ["orders"] };
        var other = decision with { Id = "TD002", Things = ["prices"] };
        Assert.Equal(
            ["SHOP-9 TD001"],
            Ground("Change the table `orders`", new DocumentFacts { Decisions = [decision, other] }).Decisions.Select(d => d.Decision.Name));
    }

    [Fact]
    public void Principles_HoldForTheTasksThatTheyTouch()
    {
        var principle = new PrincipleFact("c.md", 4, "Tests", true, "Every rule MUST have a test.");
        PlanTask[] tasks = [Task("T001", "V001"), Task("T002")];
        var stated = TaskConstraints.In(tasks, [principle], PanelSeat.BuiltIn);
        Assert.Equal(["Every rule MUST have a test. (c.md:4)"], stated[0].Constraints);
        Assert.Empty(stated[1].Constraints);
    }

    private static PlanTask Task(string id, params IReadOnlyList<string> tests) =>
        new() { Id = id, Title = "Write it", Area = "service", Size = TaskSize.S, EffortHours = new(1, 2, 3), Owner = "Backend", Tests = tests };

    private static TicketDocuments Ground(string summary, DocumentFacts texts) => TicketGrounder.Ground(
        new Ticket { Key = "SHOP-1", Summary = summary, Description = "" }, new FrozenCriteria([], "", Derived: true),
        Shop.Index with { Texts = texts }).Documents;
}
