using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules;

public sealed class DefectRulesTests
{
    [Fact]
    public async Task Fault_whose_place_only_shared_words_tell_is_asked_about_and_not_rated_sure()
    {
        var opinion = await Bug(Fixtures.Clinic(), "The total fee of a visit is rounded.").Ask("service");

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
        var opinion = await Bug(code, "Lending a reader must not show twice.").Ask("service");

        Assert.Empty(opinion.Questions);
        Assert.Contains(opinion.Tasks, t => t.Files.Any(f => f.Path == "Library.Web/Controllers/BooksController.cs"));
    }

    [Fact]
    public async Task Mark_before_the_title_of_a_bug_is_left_out_of_its_task()
    {
        var round = Bug(Fixtures.Clinic().Found("VisitService", MentionKind.Type), "`VisitService` rounds.");
        var opinion = await (round with { Ticket = round.Ticket with { Summary = "[Bug]: fees are rounded" } }).Ask("service");

        Assert.Equal("Fix `VisitService`: fees are rounded", Assert.Single(opinion.Tasks).Title);
    }

    [Fact]
    public async Task Doubt_of_the_reporter_about_himself_is_no_decision()
    {
        var round = Bug(Fixtures.Clinic().Found("VisitService", MentionKind.Type), "`VisitService` rounds.");
        var opinion = await (round with { Ticket = round.Ticket with { Description = "Not sure if I do or set something wrong." } }).Ask("service");

        Assert.Empty(opinion.Decisions);
    }

    [Theory]
    [InlineData("tests/Library.Tests/Lending/LoanFixture.cs", "Fixture", "tests/Library.Tests/Lending/LendingManagerFixture.cs")]
    [InlineData("tests/Library.Tests/LoanSpecs.cs", "Specs", "tests/Library.Tests/LendingManagerSpecs.cs")]
    public async Task New_test_class_is_named_and_placed_as_those_that_are_there(string known, string ending, string expected)
    {
        var code = Fixtures.Library()
            .Found("LendingManager", MentionKind.Type)
            .Project("tests/Library.Tests/Library.Tests.csproj", true, "Library.Web")
            .TestClass("Loan" + ending, known);
        var opinion = await Bug(code, "`LendingManager` lends twice.").Ask("service");

        Assert.Equal(expected, Assert.Single(opinion.Tests).File);
    }

    [Fact]
    public async Task New_test_class_far_from_those_that_were_found_is_named_as_the_files_of_its_project()
    {
        var code = Fixtures.Library()
            .Found("LendingManager", MentionKind.Type)
            .Project("tests/Library.Tests/Library.Tests.csproj", true, "Library.Web")
            .File("tests/Library.Tests/Far/ShelfFixture.cs");
        var opinion = await Bug(code, "`LendingManager` lends twice.").Ask("service");

        Assert.Equal("tests/Library.Tests/LendingManagerFixture.cs", Assert.Single(opinion.Tests).File);
    }

    [Fact]
    public async Task Test_class_that_uses_the_type_and_is_called_like_it_is_extended()
    {
        var code = Fixtures.Library().Found("LendingManager", MentionKind.Type).Project("tests/Library.Tests/Library.Tests.csproj", true, "Library.Web")
            .TestClass("LendingTests", "tests/Library.Tests/LendingTests.cs")
            .Type("LendingTests", "tests/Library.Tests/LendingTests.cs", uses: ["LendingManager"]);
        var opinion = await Bug(code, "`LendingManager` lends twice.").Ask("service");

        Assert.Equal("tests/Library.Tests/LendingTests.cs", Assert.Single(opinion.Tests).File);
    }

    private static PanelRound Bug(GroundingBuilder code, string criterion)
    {
        var round = PanelRound.About(code, "", criterion);
        return round with { Ticket = round.Ticket with { Type = "Bug", Summary = "A fault" }, Criteria = round.Criteria with { Derived = true } };
    }
}
