using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Changes;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Tickets;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Artifacts;

public sealed class ChangesTests
{
    private static readonly Plan First = PlanAssembler.Assemble(SettledPlans.Provisional());

    [Fact]
    public void SamePlan_SaysThatNothingDiffers()
    {
        var page = Page(First, First);

        Assert.StartsWith("# Changes: SHOP-101, version 2 against version 1\n", page, StringComparison.Ordinal);
        Assert.Contains("are those of version 1.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\n## ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void DecisionThatPeopleTook_IsDecidedNow() =>
        Assert.Contains("| TD001 | decided | (Decided, A: A status column) | (PROVISIONAL, A: A status column) |", Page(First, PlanAssembler.Assemble(SettledPlans.Decided())), StringComparison.Ordinal);

    [Fact]
    public void CriterionThatMovedOn_IsNoChange()
    {
        var criteria = new FrozenCriteria([new("AC1", "Support sees every return."), .. First.Criteria.Items.Select((c, i) => c with { Id = $"AC{i + 2}" })], "x", Derived: false);
        var changes = Changes(First, First with { Criteria = criteria });

        Assert.Equal(["Support sees every return."], changes.Criteria.Added.Select(c => c.Text));
        Assert.Empty(changes.Reworded);
        Assert.Equal("AC3", changes.NowServed("AC2"));
    }

    [Fact]
    public void RewordedAndRemovedCriteria_StandWithBothWordings()
    {
        var criteria = new FrozenCriteria([new("AC1", "A customer can ask for a return within 45 days.")], "x", Derived: false);
        var page = Page(First, First with { Criteria = criteria });

        Assert.Contains("| AC1 | reworded | A customer can ask for a return within 45 days. | A customer can ask for a return within 30 days. |", page, StringComparison.Ordinal);
        Assert.Contains("| was AC2 | removed | – |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void TaskWithAnotherNumber_IsTheSameTask()
    {
        var moved = First with { Tasks = [.. First.Tasks.Select(t => t with { Id = Next(t.Id), DependsOn = [.. t.DependsOn.Select(Next)] })] };

        Assert.Empty(Changes(First, moved).Changed);
        Assert.Empty(Changes(First, moved).Tasks.Added);
    }

    [Fact]
    public void TaskWithAnotherFile_StandsWithWhatCameAndWhatWent()
    {
        var task = First.Tasks.First(t => t.Files.Any(f => f.Path == "src/Shop/OrderService.cs"));
        var changed = First with { Tasks = [.. First.Tasks.Select(t => t == task ? t with { Files = [new FileChange("src/Shop/Returns.cs", ChangeKind.Add)] } : t)] };
        var page = Page(First, changed);

        Assert.Contains($"| {task.Id} | changed | files: + `src/Shop/Returns.cs` (add), − `src/Shop/OrderService.cs` (modify) |", page, StringComparison.Ordinal);
        Assert.Contains("| `src/Shop/Returns.cs` | is changed now |", page, StringComparison.Ordinal);
        Assert.Contains("| `src/Shop/OrderService.cs` | is no longer changed |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void RemovedTaskNewRiskAndOtherConfidence_EachHaveTheirRow()
    {
        var risk = First.Risks[0] with { Id = "R002", Title = "Nobody answers at night" };
        var after = First with
        {
            Tasks = [.. First.Tasks.Skip(1)],
            Risks = [First.Risks[0] with { Impact = Level.High }, risk],
            Opinions = [.. First.Opinions.Select(o => o.Specialist == "api" ? o with { Confidence = 5 } : o)],
        };
        var page = Page(First, after);

        Assert.Contains($"| was {First.Tasks[0].Id} | removed | {First.Tasks[0].Title} |", page, StringComparison.Ordinal);
        Assert.Contains("| R002 | new | Nobody answers at night |", page, StringComparison.Ordinal);
        Assert.Contains("| R001 | rated otherwise | probability Low → Low, impact Medium → High |", page, StringComparison.Ordinal);
        Assert.Contains("| api | 8 | 5 |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void AnsweredQuestion_StandsWithItsAnswer()
    {
        var answered = First with { Questions = [First.Questions[0] with { Answer = "Only whole orders." }] };

        Assert.Contains("| Q001 | answered | Only whole orders. |", Page(First, answered), StringComparison.Ordinal);
    }

    [Fact]
    public void WrittenFiles_AreReadBackAsTheyWere()
    {
        var files = ArtifactComposer.Compose(First).Files.ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);

        Assert.Equal(Page(First, First), ChangesDocument.Render("SHOP-101", PlanRecords.Read(1, files)!, PlanRecords.Of(2, First)));
    }

    [Fact]
    public void FilesOfAnotherShape_AreNotCompared()
    {
        var files = ArtifactComposer.Compose(First).Files.ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);

        Assert.Null(PlanRecords.Read(1, new Dictionary<string, string>(files, StringComparer.Ordinal) { [TasksFile.Path] = "{\"tasks\":[{}]}" }));
        Assert.Null(PlanRecords.Read(1, files.Where(f => f.Key != TasksFile.Path).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal)));
    }

    [Fact]
    public void TextOfAnEarlierVersion_BecomesNoMarkup()
    {
        var evil = First with { Criteria = First.Criteria with { Items = [new("AC1", "<script>alert(1)</script> | [x](http://evil)")] } };

        Assert.DoesNotContain("<script>", Page(evil, First), StringComparison.Ordinal);
    }

    private static string Next(string id) => $"T{int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) + 1:000}";

    private static PlanChanges Changes(Plan before, Plan after) => new(PlanRecords.Of(1, before), PlanRecords.Of(2, after));

    private static string Page(Plan before, Plan after) => ChangesDocument.Render("SHOP-101", PlanRecords.Of(1, before), PlanRecords.Of(2, after));
}
