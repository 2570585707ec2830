using Planner.Core.Artifacts;
using Planner.Core.Conversation.Comments;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Plans.Stories;
using Planner.Core.Review;
using Planner.Core.Review.Reports;
using Planner.Core.Tickets;
using Planner.Testing.Plans;
using Xunit;
using static Planner.Testing.Plans.ReturnsPanel;

namespace Planner.Core.Tests.Plans.Stories;

public sealed class StoryPlanTests
{
    private const string Known = "src/Shop/OrderService.cs";

    [Fact]
    public void TicketWithoutChildren_HasNoStoriesAndSaysNothingOfThem()
    {
        var plan = PlanAssembler.Assemble(ReturnsTicket.Inputs);

        Assert.Null(StoryPlan.Of(plan));
        Assert.All(
            ArtifactComposer
                .Compose(plan).Files
                .Where(f => f.Path is "tasks.json" or "tasks.md" or "implementation.md" or "executive-summary.md" or "execution-plan.md"),
            f => Assert.DoesNotContain("story", f.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void StoryThatWaitsForAnother_BeginsWhenThatIsBuilt()
    {
        var plan = Assembled([Story("SHOP-2"), Story("SHOP-3", "SHOP-2")], Task("a", "SHOP-2"), Task("b", "SHOP-2"), Task("c", "SHOP-3"), Task("d", "SHOP-3"));

        Assert.Equal([("SHOP-2", 1), ("SHOP-3", 2)], Waves(plan));
        Assert.All(plan.Tasks.Where(t => t.Story == "SHOP-3"), t => Assert.Equal(["T001", "T002"], t.DependsOn));
        Assert.All(plan.Tasks, t => Assert.Equal(PhasePlan.BusinessLogic, t.Phase));
    }

    [Fact]
    public void IndependentStories_StandInOneWave() =>
        Assert.Equal([("SHOP-2", 1), ("SHOP-3", 1)], Waves(Assembled([Story("SHOP-2"), Story("SHOP-3")], Task("a", "SHOP-2"), Task("b", "SHOP-3"))));

    [Fact]
    public void StoriesThatChangeAKnownFile_RunSideBySideAndTheFileIsStated()
    {
        var plan = Assembled([Story("SHOP-2"), Story("SHOP-3")], Task("a", "SHOP-3", modify: Known), Task("b", "SHOP-2", modify: Known));

        Assert.Equal([("SHOP-2", 1), ("SHOP-3", 1)], Waves(plan));
        var shared = Assert.Single(StoryPlan.Shared(StoryPlan.Of(plan)!.Waves[0]));
        Assert.Equal(["SHOP-2", "SHOP-3"], shared.Tasks.Select(t => t.Story));
    }

    [Fact]
    public void StoriesThatWriteOneTable_StandInTwoWaves()
    {
        var plan = Assembled([Story("SHOP-2"), Story("SHOP-3")], Task("a", "SHOP-2", table: "orders"), Task("b", "SHOP-3", table: "orders"));

        Assert.Equal([("SHOP-2", 1), ("SHOP-3", 2)], Waves(plan));
        Assert.Equal("T002 waits for T001", Assert.Single(StoryPlan.Of(plan)!.Stories[1].Needs).Why);
    }

    [Fact]
    public void StoryThatChangesWhatALaterOneMakes_ComesAfterIt()
    {
        var plan = Assembled([Story("SHOP-2"), Story("SHOP-3")], Task("a", "SHOP-2", modify: "src/New.cs"), Task("b", "SHOP-3", add: "src/New.cs"));

        Assert.Equal([("SHOP-2", 2), ("SHOP-3", 1)], Waves(plan));
    }

    [Fact]
    public void FileThatTwoStoriesAdd_IsAddedByTheFirst()
    {
        var plan = Assembled([Story("SHOP-2"), Story("SHOP-3")], Task("a", "SHOP-2", add: "src/New.cs"), Task("b", "SHOP-3", add: "src/New.cs"));

        Assert.Equal([ChangeKind.Add, ChangeKind.Modify], plan.Tasks.Select(t => t.Files[0].Change));
        Assert.Equal(["T001"], plan.Tasks[1].DependsOn);
    }

    [Fact]
    public void StoriesSaidToWaitForEachOther_AreReportedAndStillPlanned()
    {
        var plan = Assembled(
            [Story("SHOP-2", "SHOP-3"), Story("SHOP-3", "SHOP-2"), Story("SHOP-4", "SHOP-3")],
            Task("a", "SHOP-2"),
            Task("b", "SHOP-3"),
            Task("c", "SHOP-4"));

        Assert.Equal(["SHOP-2 SHOP-3"], StoryPlan.Of(plan)!.Circles.Select(c => string.Join(' ', c)));
        Assert.Equal([("SHOP-2", 1), ("SHOP-3", 1), ("SHOP-4", 2)], Waves(plan));
        Assert.Contains(Reported(plan).Findings, f => f is { Code: "Q2.story-cycle", Severity: Severity.Warning });
    }

    [Fact]
    public void StoriesWhoseTasksWaitForEachOther_AreReported()
    {
        var plan = Assembled([Story("SHOP-2"), Story("SHOP-3")], Task("a", "SHOP-2"), Task("b", "SHOP-3", after: "a"), Task("c", "SHOP-2", after: "b"));

        Assert.Single(StoryPlan.Of(plan)!.Circles);
    }

    [Fact]
    public void StoryWithCriteriaAndNoTask_IsAFinding()
    {
        var plan = Assembled([Story("SHOP-2"), Story("SHOP-3")], Task("a", "SHOP-2"));

        Assert.Contains(Reported(plan).Findings, f => f is { Code: "Q1.story-no-task", Severity: Severity.Error, Id: "SHOP-3" });
    }

    [Fact]
    public void EveryPageOfAnEpic_TellsItsStories()
    {
        var plan = Assembled(
            [
                Story("SHOP-2"),
                Story("SHOP-3", "SHOP-2", "SHOP-90"),
                Story("SHOP-4") with { State = StoryState.Done },
                Story("SHOP-5") with { State = StoryState.Unread, Title = "<b>|`x` \"" },
            ],
            Task("a", "SHOP-2"), Task("b", "SHOP-3"));
        var page = ArtifactComposer.Compose(plan).Text("implementation.md")!;

        Assert.Contains("4 stories: 2 to build in 2 story waves, 1 done, 1 without a plan.", page, StringComparison.Ordinal);
        Assert.Contains("SHOP-90, not among these stories (link)", page, StringComparison.Ordinal);
        Assert.Contains("  SHOP_2 --> SHOP_3", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Reported(plan).Findings,
            f => f.Code.StartsWith("Q2", StringComparison.Ordinal) || f.Code.StartsWith("Q8", StringComparison.Ordinal));
        Assert.Contains("2 of 4 stories, ", PlanComment.Done(plan, Reported(plan), "run", 1, "here"), StringComparison.Ordinal);
    }

    private static ReviewReport Reported(Plan plan) => Reviewer.Review(plan, ArtifactComposer.Compose(plan), new());

    private static IEnumerable<(string, int)> Waves(Plan plan) =>
        StoryPlan.Of(plan)!.Stories.Where(s => s.Wave is not null).Select(s => (s.Story.Key, s.Wave!.Value));

    private static Story Story(string key, params string[] needs) =>
        new() { Key = key, Title = $"About {key}", Status = "To Do", State = StoryState.Planned, Needs = [.. needs.Select(n => new StoryNeed(n, "link"))] };

    private static PlanTask Task(string name, string story, string? modify = null, string? add = null, string? table = null, string? after = null) =>
        TaskOf(
            "service",
            name,
            [CriterionOf(story)],
            tables: table is null ? [] : [table],
            add: add is null ? [] : [add],
            modify: modify is null ? [] : [modify],
            after: after is null ? [] : [$"service/{after}"]) with
        { Story = story };

    private static string CriterionOf(string story) => $"AC{story.Split('-')[1]}";

    private static Plan Assembled(IReadOnlyList<Story> stories, params PlanTask[] tasks)
    {
        var inputs = ReturnsTicket.Of([Service with
        {
            Tasks = tasks,
            Tests = [.. tasks.Select(t => new PlanTest(t.Id + "-shown", $"Shows {t.Title}", t.Satisfies, TestKind.Unit, t.Id))],
            Designs = [],
        }]);
        return PlanAssembler.Assemble(inputs with
        {
            Map = new StoryMap(stories, []),
            Criteria = new(
                [.. stories
                    .Where(s => s.State == StoryState.Planned)
                    .Select(s => new AcceptanceCriterion(CriterionOf(s.Key), $"{s.Key} holds in 5 s.") { Story = s.Key })],
                "c0ffee",
                Derived: false),
        });
    }
}
