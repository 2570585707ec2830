using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Reading;

public sealed class TargetTypesTests
{
    [Fact]
    public async Task Type_that_holds_data_is_spoken_of_and_its_logic_changes()
    {
        var code = Fixtures.Library().Type("LendingRequest", "Library.Web/Lending/LendingRequest.cs", "record").Found("LendingRequest", MentionKind.Type);
        var round = PanelRound.About(code, "x", "A `LendingRequest` extends a lending by at most 14 days.");

        Assert.Equal("Library.Web/Lending/LendingManager.cs", await Changed(round));
    }

    [Fact]
    public async Task Type_that_holds_data_changes_where_a_part_of_it_is_asked_for()
    {
        var code = Fixtures.Library().Type("LendingRequest", "Library.Web/Lending/LendingRequest.cs", "record").Found("LendingRequest", MentionKind.Type);
        var round = PanelRound.About(code, "x", "`LendingRequest` has a field for the reason.");

        Assert.Equal("Library.Web/Lending/LendingRequest.cs", await Changed(round));
    }

    [Fact]
    public async Task Word_that_few_files_are_called_by_tells_more_than_one_of_many()
    {
        var code = new GroundingBuilder()
            .Type("UserProfileController", "src/UserProfileController.cs", methods: ["void DeletePicture(int id)"])
            .Type("ParcelDesk", "src/ParcelDesk.cs", methods: ["void Close(int id)"]);
        foreach (var n in Enumerable.Range(0, 40))
        {
            code.File($"src/User{(char)('A' + (n % 26))}{n}.cs");
        }

        Assert.Equal("src/ParcelDesk.cs", await Changed(PanelRound.About(code, "x", "A user sees when a parcel was closed.")));
    }

    [Fact]
    public async Task Criteria_of_one_ticket_lie_close_together()
    {
        var code = new GroundingBuilder()
            .Type("Note", "src/Note.cs", methods: ["string Reason()"])
            .Type("LoanBook", "src/LoanBook.cs", methods: ["void Extend(int days)", "string Reason()"]);
        var round = PanelRound.About(
            code,
            "x",
            "A loan is extended by 14 days.",
            "A loan that is late is not extended.",
            "The loan book keeps who extended it.",
            "The note on a loan tells the reason.");

        Assert.All((await round.Ask("service")).Tasks, t => Assert.Contains(t.Files, f => f.Path == "src/LoanBook.cs"));
    }

    [Fact]
    public async Task What_the_home_uses_changes_along_where_the_ticket_points_there_as_well()
    {
        var code = Fixtures.Library()
            .Type("Fines", "Library.Web/Lending/Fines.cs", methods: ["void Add(int id)"])
            .Type("Clock", "Library.Web/Lending/Clock.cs", methods: ["int Now()"])
            .Type("LateLending", "Library.Web/Lending/LateLending.cs", methods: ["void Late(int bookId)"], uses: ["Fines", "Clock"])
            .Found("LateLending", MentionKind.Type)
            .Likely("Library.Web/Lending/Fines.cs", 0.9);
        var task = Assert.Single((await PanelRound.About(code, "x", "A `LateLending` costs a fee.").Ask("service")).Tasks);

        Assert.Equal(
            ["Library.Web/Lending/LateLending.cs", "Library.Web/Lending/Fines.cs"],
            task.Files.Select(f => f.Path).Where(p => !p.Contains("Tests", StringComparison.Ordinal)));
        Assert.Contains("What it uses is as likely to change: `Fines`", task.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_is_named_only_by_criteria_that_say_more_than_the_name_of_its_type()
    {
        var code = new GroundingBuilder().Type("LoanDesk", "src/LoanDesk.cs", methods: ["void RemoveLoan(int id)", "void ShowLoans()"]);
        var opinion = await PanelRound.About(code, "x", "A loan can be archived at the desk.", "Nobody can remove a loan at the desk.").Ask("service");

        Assert.Equal(["LoanDesk", "LoanDesk.RemoveLoan"], opinion.Design<ServiceDesign>()!.Rules.Select(r => r.Home));
        Assert.Equal("Change `LoanDesk` for AC1 and AC2", Assert.Single(opinion.Tasks).Title);
    }

    [Fact]
    public async Task Rule_of_an_operation_that_is_asked_for_goes_where_the_operation_goes()
    {
        var code = new GroundingBuilder()
            .Type("ReadersApi", "src/ReadersApi.cs", bases: ["ControllerBase"], methods: ["IActionResult Find(int id)"])
            .Type("DeleteReaderNotice", "src/DeleteReaderNotice.cs", methods: ["void DeleteReader(int id)"])
            .Endpoint("GET", "/api/readers/{id}", "src/ReadersApi.cs");
        var round = PanelRound.About(code, "x", "A reader can be deleted over the API.", "Deleting a reader keeps the lendings.");

        Assert.Contains((await round.Ask("service")).Tasks, t => t.Satisfies.Contains("AC2") && t.Files[0].Path == "src/ReadersApi.cs");
    }

    [Fact]
    public async Task What_people_can_do_in_pages_of_a_controller_changes_one_of_them()
    {
        var code = Fixtures.Library().File("Library.Web/Views/Books/Index.cshtml").File("Library.Web/Views/Books/Book.cshtml");
        var opinions = await PanelRound.About(code, "x", "Add the ability to search books by title.").Ask();

        Assert.Contains(
            opinions.Single(o => o.Specialist == "frontend").Tasks,
            t => t.Files.Any(f => f.Path.StartsWith("Library.Web/Views/Books/", StringComparison.Ordinal)));
        Assert.Contains(opinions.Single(o => o.Specialist == "service").Tasks, t => t.Files[0].Path == "Library.Web/Controllers/BooksController.cs");
    }

    [Fact]
    public async Task Sentence_beside_a_column_that_says_what_it_is_for_is_built_as_well()
    {
        var code = Fixtures.Clinic().Found("visits", MentionKind.Table).New("visits.hidden", MentionKind.Column, "hidden boolean!");
        var opinions = await PanelRound.About(code, "x", "A column `hidden` in `visits`; visits of that kind count nothing in the total fee.").Ask();

        Assert.Contains(opinions.Single(o => o.Specialist == "database").Tasks, t => t.Satisfies.Contains("AC1"));
        Assert.Contains(opinions.Single(o => o.Specialist == "service").Tasks, t => t.Satisfies.Contains("AC1"));
    }

    [Fact]
    public async Task Criterion_that_no_type_answers_to_names_the_files_that_come_first()
    {
        var code = new GroundingBuilder()
            .Type("Ledger", "src/Ledger.cs")
            .File("eng/start-local.ps1")
            .Likely("eng/start-local.ps1", 1)
            .Likely("src/Ledger.cs", 0.2);
        var opinion = await PanelRound.About(code, "x", "The bootstrap stages security fragments.").Ask("service");

        Assert.Contains("`eng/start-local.ps1`", Assert.Single(opinion.Tasks).Detail, StringComparison.Ordinal);
        Assert.Equal(["eng/start-local.ps1"], opinion.Evidence);
    }

    [Fact]
    public async Task Who_only_registers_a_type_does_not_call_it()
    {
        var code = new GroundingBuilder()
            .Type("LoanDesk", "src/LoanDesk.cs", methods: ["void Lend(int id)"])
            .Type("LoanPage", "src/LoanPage.cs", uses: ["LoanDesk"])
            .Type("LibraryServices", "src/LibraryServices.cs", uses: ["LoanDesk"])
            .Registration("LoanDesk", "LoanDesk", "src/LibraryServices.cs")
            .Found("LoanDesk", MentionKind.Type);
        var opinion = await PanelRound.About(code, "x", "`LoanDesk` lends two books at once.").Ask("service");
        var service = Assert.Single(opinion.Design<ServiceDesign>()!.Services);

        Assert.Equal(["LoanPage"], service.UsedBy);
    }

    [Fact]
    public async Task What_is_archived_by_people_is_asked_about_as_something_that_comes_back_and_old_rows_as_something_that_goes()
    {
        var kept = await PanelRound.About(Fixtures.Library(), "x", "A lending can be archived.").Ask();
        var gone = await PanelRound.About(
            Fixtures.Clinic().Found("visits", MentionKind.Table).New("visits.moved", MentionKind.Column, "moved boolean"),
            "x",
            "Old `visits` are moved to an archive table; `visits` has a column `moved`.").Ask();

        Assert.Equal(["service"], Asking(kept, "bring back"));
        Assert.Equal(["database"], Asking(gone, "purged"));
        Assert.Empty(Asking(kept, "purged"));
        Assert.Empty(Asking(gone, "bring back"));
    }

    private static IEnumerable<string> Asking(IEnumerable<Opinion> opinions, string words) =>
        opinions.Where(o => o.Questions.Any(q => q.Text.Contains(words, StringComparison.Ordinal))).Select(o => o.Specialist);

    private static async Task<string> Changed(PanelRound round) => Assert.Single((await round.Ask("service")).Tasks).Files[0].Path;
}
