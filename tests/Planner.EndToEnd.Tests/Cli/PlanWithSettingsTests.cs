using Planner.Core.Decisions;
using Planner.Core.Planning.Runs;
using Planner.Durability;
using Planner.EndToEnd.Tests.Repository;
using Planner.Engine;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

/// <summary><c>planner plan</c> goes by the same settings as the servers; what is given on the command line counts before them.</summary>
public sealed class PlanWithSettingsTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("1", false)]
    [InlineData("2", true)]
    public async Task ConfidenceThresholdAndRounds_AreThoseOfTheSettings(string rounds, bool looksWider)
    {
        var finished = await Plan(["--out", scratch.Out], ("Planning__ConfidenceThreshold", "10"), ("Planning__MaxRounds", rounds));

        Assert.Equal(0, finished.Code);
        Assert.Contains("gate not passed: Every confidence is 10 or more", finished.Output, StringComparison.Ordinal);
        Assert.Equal(looksWider, finished.Output.Contains("Looked wider", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("6.00:00:00", null, 6 * 24)]
    [InlineData("6.00:00:00", "5h", 5)]
    [InlineData("", null, 0)]
    public async Task RunIsAskedToWait_AsGivenElseAsSetElseNotAtAll(string set, string? given, int hours)
    {
        string[] more = given is null ? [] : ["--decision-timeout", given];

        await Plan(["--out", scratch.Out, .. more], set.Length == 0 ? [] : [("Decisions__Timeout", set), ("Decisions__ReminderAt", "0.25")]);

        var decisions = await Asked();
        Assert.Equal(TimeSpan.FromHours(hours), decisions.Timeout);
        Assert.Equal(set.Length == 0 ? 0.5 : 0.25, decisions.ReminderAt);
    }

    [Fact]
    public async Task Plans_LieWhereTheSettingsSay_UnlessAFolderIsGiven()
    {
        var kept = Path.Combine(scratch.Root, "code", "kept");

        await PlannerProcess.Run(scratch.Root, [KeyValuePair.Create("Artifacts__Path", kept)], ["plan", "ticket.md", "--codebase", "code"]);
        await Plan(["--out", scratch.Out], ("Artifacts__Path", kept));

        Assert.True(File.Exists(Path.Combine(kept, "JIRA-SHOP-9", "v1", "implementation.md")));
        Assert.False(Directory.Exists(Path.Combine(kept, "JIRA-SHOP-9", "v2")));
        Assert.True(File.Exists(Path.Combine(scratch.Out, "JIRA-SHOP-9", "v1", "implementation.md")));
    }

    private Task<PlannerProcess.Finished> Plan(IEnumerable<string> more, params (string Name, string Value)[] settings) =>
        scratch.PlanBy(settings, [Path.Combine(scratch.Root, "ticket.md"), .. more]);

    private async Task<DecisionPolicy> Asked()
    {
        await using var engine = EmbeddedEngine.Create(new EngineOptions { DataDirectory = Path.Combine(scratch.Out, ".planner", "SHOP-9") });
        engine.Start(new WorkflowCatalog());
        var run = await engine.Client.Get("SHOP-9-cli-1", TestContext.Current.CancellationToken);
        return Payload.Read<PlanRequest>(run!.Input!).Policy.Decisions;
    }
}
