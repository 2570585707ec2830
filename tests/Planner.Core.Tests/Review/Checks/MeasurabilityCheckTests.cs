using Planner.Core.Opinions;
using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class MeasurabilityCheckTests
{
    private const string Page = "implementation.md";

    [Fact]
    public void SoundPlan_PassesAndCountsCriteria()
    {
        Judge(Sound).Passes("Q11");
        Assert.Equal("Criteria: 2; targets: 0.", Judge(Sound).Reason("Q11"));
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("scalable")]
    [InlineData("robust")]
    [InlineData("user-friendly")]
    [InlineData("user friendly")]
    [InlineData("appropriate")]
    [InlineData("Efficient")]
    [InlineData("benutzerfreundlich")]
    public void VagueWord_WarnsAndFailsItsGate(string word)
    {
        var judged = Judge(Asking($"The list of orders is {word}."));

        Assert.Contains(word.ToLowerInvariant(), judged.Finds("Q11.vague", Page, "AC2", Severity.Warning).Message, StringComparison.Ordinal);
        Assert.False(judged.Report.Gates.Single(g => g.Name.Contains("measurable", StringComparison.Ordinal)).Passed);
    }

    [Theory]
    [InlineData("The list of orders holds 3 pages. It is fast.")]
    [InlineData("The list of orders is fast; a return takes 30 days.")]
    [InlineData("The list of orders of HTTP2 is fast.")]
    [InlineData("Given an order, when it is listed, then the answer is fast.")]
    public void MeasureThatIsNotBesideTheWord_DoesNotExcuseIt(string text) => Judge(Asking(text)).Finds("Q11.vague", Page, "AC2", Severity.Warning);

    [Theory]
    [InlineData("The list of orders is fast: 200 ms.")]
    [InlineData("The list of orders is fast, within 1.5s.")]
    [InlineData("The list of orders is 20 % faster.")]
    [InlineData("The list of orders has the switch `fast`.")]
    [InlineData("The list of orders is steadfast.")]
    public void WordBesideItsMeasureOrOfCode_IsFine(string text) => Judge(Asking(text)).Passes("Q11");

    [Theory]
    [InlineData("Everything works.")]
    [InlineData("It is as it was before 2020.")]
    [InlineData("Customers are happy with it.")]
    public void CriterionThatNothingShows_IsFound(string text) => Judge(Asking(text)).Finds("Q11.unobservable", Page, "AC2", Severity.Warning);

    [Theory]
    [InlineData("Somebody waits at most 3 days.")]
    [InlineData("It costs € 5 at most.")]
    [InlineData("Given a stranger, when they ask, then nobody answers.")]
    [InlineData("Soit un inconnu, quand il demande, alors personne ne répond.")]
    [InlineData("The page says \"nothing to return\".")]
    [InlineData("It writes `Archived`.")]
    [InlineData("It answers 404 to them.")]
    [InlineData("It is kept in sales_facts.")]
    [InlineData("It is done by SalesExportJob.")]
    [InlineData("It answers under /returns to them.")]
    [InlineData("The orders stay as they are.")]
    public void CriterionThatSomethingShows_IsFine(string text) => Judge(Asking(text)).Passes("Q11");

    [Theory]
    [InlineData("The order is kept and/or closed.", "and/or")]
    [InlineData("Die Order `x` wird behalten und/oder geschlossen.", "und/oder")]
    [InlineData("La commande `x` reste ET/OU part.", "et/ou")]
    public void EitherOrBoth_IsFound(string text, string joint) =>
        Assert.Contains(joint, Judge(Asking(text)).Finds("Q11.and-or", Page, "AC2", Severity.Warning).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("An order must be listed and a return must be refused.")]
    [InlineData("An order should be listed or it has to be closed.")]
    [InlineData("An order shall be listed; it shall be closed.")]
    [InlineData("An order must be listed. Its customer must be told.")]
    [InlineData("Eine Order muss gelistet werden und sie soll an `orders` gehen.")]
    public void SeveralRequirementsInOne_AreFound(string text) => Judge(Asking(text)).Finds("Q11.several", Page, "AC2", Severity.Warning);

    [Theory]
    [InlineData("An order must be listed with its day and its customer.")]
    [InlineData("Given an order that must be paid, when it must be listed, then it is.")]
    [InlineData("An order must be listed and stays as it is.")]
    [InlineData("An order from/to a shop must be listed.")]
    public void OneRequirement_IsFine(string text) => Judge(Asking(text)).Passes("Q11");

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("300")]
    public void TargetWithoutFigureAndUnit_IsFoundUnlessSomebodyIsAsked(string? limit)
    {
        var target = new PerformanceTarget("GET /api/orders/{id}", limit) { Percentile = "p95", Load = "20 requests per second", Test = "V001" };

        Assert.Contains(
            Report(WithTarget(target)).Findings,
            f => f is { Code: "Q11.unmeasured", Severity: Severity.Warning, Artifact: "performance-plan.md", Id: "GET /api/orders/{id}" });
        Judge(WithTarget(target with { Question = "Q001" })).Passes("Q11");
        Judge(WithTarget(target with { Limit = "300 ms" })).Passes("Q11");
    }

    private static Plan WithTarget(PerformanceTarget target) => WithOpinion("api", o => o.With(new PerformanceDesign { Targets = [target] }));

    private static Plan Asking(string text) => Sound with { Criteria = Sound.Criteria with { Items = [Sound.Criteria.Items[0], new("AC2", text)] } };
}
