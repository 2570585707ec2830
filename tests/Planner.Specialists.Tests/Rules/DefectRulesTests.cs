using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Specialists.Tests.Rules;

public sealed class DefectRulesTests
{
    [Fact]
    public async Task Fault_whose_place_only_shared_words_tell_is_asked_about_and_not_rated_sure()
    {
        var opinion = await Fixtures.Fault(Fixtures.Clinic(), "The total fee of a visit is rounded.").Ask("service");

        var question = Assert.Single(opinion.Questions);
        Assert.StartsWith(
            "Is \"The total fee of a visit is rounded\" decided in `VisitService` (src/Clinic/Visits/VisitService.cs:5)?",
            question.Text,
            StringComparison.Ordinal);
        Assert.True(opinion.Confidence < 8, opinion.Rationale);
    }

    [Fact]
    public async Task Fault_that_shows_at_a_named_endpoint_is_looked_for_in_what_serves_it()
    {
        var code = Fixtures.Library().Found("GET /Books", MentionKind.Endpoint, "GET /Books");
        var opinion = await Fixtures.Fault(code, "Lending a reader must not show twice.").Ask("service");

        Assert.Empty(opinion.Questions);
        Assert.Contains(opinion.Tasks, t => t.Files.Any(f => f.Path == "Library.Web/Controllers/BooksController.cs"));
    }

    [Fact]
    public async Task Mark_before_the_title_of_a_bug_is_left_out_of_its_task()
    {
        var round = Fixtures.Fault(Fixtures.Clinic().Found("VisitService", MentionKind.Type), "`VisitService` rounds.");
        var opinion = await (round with { Ticket = round.Ticket with { Summary = "[Bug]: fees are rounded" } }).Ask("service");

        Assert.Equal("Fix `VisitService`: fees are rounded", Assert.Single(opinion.Tasks).Title);
    }

    [Fact]
    public async Task Doubt_of_the_reporter_about_himself_is_no_decision()
    {
        var round = Fixtures.Fault(Fixtures.Clinic().Found("VisitService", MentionKind.Type), "`VisitService` rounds.");
        var opinion = await (round with { Ticket = round.Ticket with { Description = "Not sure if I do or set something wrong." } }).Ask("service");

        Assert.Empty(opinion.Decisions);
    }
}
