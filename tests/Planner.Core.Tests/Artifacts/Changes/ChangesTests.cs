using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Changes;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Tickets;
using Planner.Testing.Approvals;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Artifacts.Changes;

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

    /// <summary>Whatever can change in a plan has changed in this one.</summary>
    [Fact]
    public void PlanThatDiffersInEverything_HasTheApprovedPage()
    {
        var settled = PlanAssembler.Assemble(SettledPlans.Decided());
        var other = settled with
        {
            Criteria = new FrozenCriteria([new("AC1", "A customer can ask for a return within 45 days.")], "x", Derived: false),
            Tasks = [.. settled.Tasks.Skip(1).Select(Moved)],
            Risks = [First.Risks[0] with { Impact = Level.High }, First.Risks[0] with { Id = "R002", Title = "Nobody answers at night" }],
            Opinions = [.. First.Opinions.Select(o => o.Specialist == "api" ? o with { Confidence = 5 } : o)],
            Questions = [First.Questions[0] with { Answer = "Only whole orders." }],
        };

        Approved.Matches("Changes.approved.md", Page(First, other));

        static PlanTask Moved(PlanTask task) =>
            task.Files.Any(f => f.Path == "src/Shop/OrderService.cs") ? task with { Files = [new FileChange("src/Shop/Returns.cs", ChangeKind.Add)] } : task;
    }

    [Fact]
    public void CriterionThatMovedOn_IsNoChange()
    {
        var criteria = new FrozenCriteria(
            [new("AC1", "Support sees every return."), .. First.Criteria.Items.Select((c, i) => c with { Id = $"AC{i + 2}" })],
            "x",
            Derived: false);
        var changes = Changes(First, First with { Criteria = criteria });

        Assert.Equal(["Support sees every return."], changes.Criteria.Added.Select(c => c.Text));
        Assert.Empty(changes.Reworded);
        Assert.Equal("AC3", changes.NowServed("AC2"));
    }

    [Fact]
    public void TaskWithAnotherNumber_IsTheSameTask()
    {
        var moved = First with { Tasks = [.. First.Tasks.Select(t => t with { Id = Next(t.Id), DependsOn = [.. t.DependsOn.Select(Next)] })] };

        Assert.Empty(Changes(First, moved).Changed);
        Assert.Empty(Changes(First, moved).Tasks.Added);
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
