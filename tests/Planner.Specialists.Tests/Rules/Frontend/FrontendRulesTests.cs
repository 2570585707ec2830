using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Frontend;

public sealed class FrontendRulesTests
{
    [Fact]
    public async Task Code_base_without_views_says_so() =>
        Assert.Contains("the code base has no front end", (await Fixtures.Referral().Ask("frontend")).Rationale, StringComparison.Ordinal);

    [Fact]
    public async Task Ticket_that_nobody_sees_leaves_the_front_end_alone()
    {
        var round = PanelRound.About(Shown().Found("VisitService", MentionKind.Type), "x", "`VisitService` rounds fees.");

        Assert.Contains("speaks of nothing that people see", (await round.Ask("frontend")).Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_view_changes_with_its_test_and_what_refusals_look_like()
    {
        var round = Screen();
        var opinion = await round.Ask("frontend");

        var view = Assert.Single(opinion.Design<FrontendDesign>()!.Views);
        Assert.Equal(("VisitPage", "web/src/VisitPage.tsx", ChangeKind.Modify), (view.Name, view.File, view.Change));
        Assert.Equal(["POST /api/visits/{visitId}/referrals"], view.Calls);
        Assert.Contains(view.States, s => s.State == "refused with 409");
        Assert.Contains(opinion.Tests, t => t is { Kind: TestKind.Unit, File: "web/src/VisitPage.test.tsx" });
        Assert.True(opinion.Confidence >= 8, opinion.Rationale);
        Assert.Empty(OpinionRules.Broken(round, await round.Ask()));
    }

    [Fact]
    public async Task View_that_is_only_guessed_is_not_rated_sure()
    {
        var opinion = await PanelRound.About(Shown(), "x", "The visit page has a button that prints.").Ask("frontend");

        Assert.Equal("web/src/VisitPage.tsx", Assert.Single(opinion.Design<FrontendDesign>()!.Views).File);
        Assert.True(opinion.Confidence < 8, opinion.Rationale);
    }

    [Theory]
    [InlineData("Clinic.Web/Areas/Desk/Views/Visits/Fees.cshtml", "Clinic.Web/Areas/Desk/Controllers/VisitsController.cs", "Razor views")]
    [InlineData("Clinic.Web/Pages/Fees.cshtml", "Clinic.Web/Pages/Fees.cshtml.cs", "Razor views")]
    [InlineData("web/fees.component.html", "web/fees.component.ts", "Angular components")]
    public async Task View_changes_together_with_the_code_behind_it(string view, string code, string make)
    {
        var files = Fixtures.Clinic().File(view).File(code).File("Clinic.Web/Controllers/VisitsController.cs");
        var opinion = await PanelRound.About(files, "x", "The page of fees has a button that prints.").Ask("frontend");

        Assert.Equal(make, opinion.Design<FrontendDesign>()!.Make);
        Assert.Equal([view, code], Assert.Single(opinion.Tasks).Files.Select(f => f.Path));
    }

    private static PanelRound Screen() => PanelRound.About(
        Shown().New("POST /api/visits/{visitId}/referrals", MentionKind.Endpoint),
        "x",
        "When the button of `VisitPage` is clicked, `POST /api/visits/{visitId}/referrals` answers 201, and 409 when there is one.");

    private static GroundingBuilder Shown() =>
        Fixtures.Clinic().File("web/package.json").File("web/src/VisitPage.tsx").File("web/src/VisitPage.test.tsx").File("web/src/InvoicePage.tsx");
}
