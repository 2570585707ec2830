using Planner.Core.Opinions;
using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class TaskGraphCheckTests
{
    private const string File = "tasks.json";
    private const string Page = "tasks.md";

    [Fact]
    public void SoundPlan_Passes() => Judge(Sound).Passes("Q2");

    [Fact]
    public void TaskDeclaredTwice_IsFound() =>
        JudgeTold(Sound with { Tasks = [.. Sound.Tasks, Sound.Tasks[1]] }, File, Page).Finds("Q2.duplicate", File, "T002");

    [Fact]
    public void TestDeclaredTwice_IsFound() => Judge(Sound with { Tests = [.. Sound.Tests, Sound.Tests[1]] }).Finds("Q2.duplicate", File, "V002");

    [Fact]
    public void DependencyOnNothing_IsFound() =>
        JudgeTold(WithTask("T001", t => t with { DependsOn = ["T099"] }), File, Page).Finds("Q2.missing", File, "T001", specialist: "database");

    [Fact]
    public void Circle_IsFoundAndNamed()
    {
        var finding = Judge(WithTask("T001", t => t with { DependsOn = ["T004"] })).Finds("Q2.cycle", File);

        Assert.Contains("T004", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TaskThatDependsOnItself_IsACircle() => Judge(WithTask("T001", t => t with { DependsOn = ["T001"] })).Finds("Q2.cycle", File);

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void WaveThatDoesNotFollowFromDependencies_IsFound(int wave)
    {
        var last = Sound.Tasks.MaxBy(t => t.Wave)!;
        var plan = WithTask(last.Id, t => t with { Wave = wave });

        Assert.Contains(Report(plan).Findings, f => f.Code == "Q2.wave" && f.Id == last.Id && f.Artifact == File && f.Line > 0);
    }

    [Fact]
    public void TaskThatNoWaveLists_IsFound() => Judge(WithWaves(w => w.Number == 1 ? w with { Tasks = [] } : w)).Finds("Q2.wave-list", File, "T001");

    [Fact]
    public void TaskThatTwoWavesList_IsFound() =>
        Judge(WithWaves(w => w.Number == 2 ? w with { Tasks = [.. w.Tasks, "T001"] } : w)).Finds("Q2.wave-list", File, "T001");

    [Fact]
    public void WaveThatListsATaskThatIsNotThere_IsFound() =>
        Judge(WithWaves(w => w.Number == 1 ? w with { Tasks = [.. w.Tasks, "T099"] } : w)).Finds("Q2.wave-list", File, "T099");

    [Fact]
    public void WaveThatIsMissing_IsFound() =>
        Judge(Sound with { Waves = [.. Sound.Waves, new Wave(Sound.Waves.Count + 2, [], [])] }).Finds("Q2.wave-list", File);

    [Fact]
    public void TwoWritersOfAFileInOneWave_AreFound()
    {
        var plan = Together(("T001", t => t), ("T002", t => t with { Files = [.. t.Files, new("db/009_order_returns.up.sql", ChangeKind.Modify)] }));

        Assert.Contains("db/009_order_returns.up.sql", Judge(plan).Finds("Q2.conflict", File, "T002").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order_returns")]
    [InlineData("public.Order_Returns")]
    public void TwoWritersOfATableInOneWave_AreFound(string table)
    {
        var plan = Together(("T001", t => t), ("T002", t => t with { Tables = [table] }));

        Assert.Contains("order_returns", Judge(plan).Finds("Q2.conflict", File, "T002").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("| T002 | Do export returns | 1 |", "| T002 | Do export returns | 2 |")]
    [InlineData("| T002 | Do export", "| T002 | Export")]
    [InlineData("### T002 Do export", "### T002 Export")]
    [InlineData("Tables: `sales_facts`", "Tables: `orders`")]
    [InlineData("modify `src/Shop/SalesExportJob.cs`", "delete `src/Shop/SalesExportJob.cs`")]
    [InlineData("etl engineer", "somebody")]
    public void PageThatDiffersFromTheFile_IsFoundAtItsLine(string from, string to) =>
        Judge(Sound, s => s.Edited(Page, from, to)).Finds("Q2.differs", Page, "T002", at: to);

    [Theory]
    [InlineData("\"likely\": 4", "\"likely\": 5")]
    [InlineData("\"verification\": [\n        \"dotnet test\"", "\"verification\": [\n        \"dotnet test src\"")]
    [InlineData("\"status\": \"Todo\"", "\"owner\": \"nobody\", \"status\": \"Todo\"")]
    public void FileThatDiffersFromThePage_IsFound(string from, string to) =>
        Assert.Contains(Report(Sound, s => s.Edited(File, from, to)).Findings, f => f is { Code: "Q2.differs", Artifact: Page, Id: "T001" });

    [Fact]
    public void PageThatLacksATask_IsFound()
    {
        var row = Judge(Sound).Files.Text(Page)!.Split('\n').First(l => l.StartsWith("| T002 ", StringComparison.Ordinal));

        Judge(Sound, s => s.Edited(Page, row + "\n", "")).Finds("Q2.differs", Page, "T002", at: "### T002");
    }

    [Fact]
    public void PageWithATaskThatTheFileLacks_IsFound() =>
        Judge(Sound, s => s.Edited(Page, "## Wave 1\n", "### T099 Do more\n\n## Wave 1\n")).Finds("Q2.differs", Page, "T099");

    [Fact]
    public void GateThatOnlyThePageChanges_IsFound() =>
        Judge(Sound, s => s.Edited(Page, "**Gate 1**, before", "**Gate 1**, perhaps before")).Finds("Q2.differs", Page, "T001", at: "**Gate 1**");

    private static Plan WithWaves(Func<Wave, Wave> change) => Sound with { Waves = [.. Sound.Waves.Select(change)] };

    /// <summary>Two tasks alone in one wave.</summary>
    private static Plan Together(params (string Id, Func<PlanTask, PlanTask> Change)[] tasks)
    {
        var both = tasks.Select(t => t.Change(Sound.Tasks.First(o => o.Id == t.Id)) with { Wave = 1, DependsOn = [] }).ToList();
        return Sound with { Tasks = both, Waves = [new(1, [.. both.Select(t => t.Id)], ["dotnet test"])] };
    }
}
