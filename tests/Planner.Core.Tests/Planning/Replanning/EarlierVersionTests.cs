using Planner.Core.Artifacts;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Plans;
using Planner.Durability;
using Planner.Testing.Planning;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Planning.Replanning;

public sealed class EarlierVersionTests
{
    private static readonly Plan Plan = PlanAssembler.Assemble(SettledPlans.Provisional());
    private readonly MemoryStore store = new();

    [Fact]
    public async Task FirstVersion_HasNoChangesAndSaysWhy()
    {
        var set = await Compare(1);

        Assert.Null(set.Text("changes.md"));
        Assert.Contains(set.NotApplicable, n => n is { Path: "changes.md", Reason: "No version before this one holds a plan." });
    }

    [Fact]
    public async Task NumbersThatWereNeverWrittenAndVersionsOfQuestions_ArePassedOver()
    {
        await Written(1);
        await store.Write("SHOP-101", 3, "questions.json", "{}", CancellationToken.None);

        Assert.Contains("version 4 against version 1", (await Compare(4)).Text("changes.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VersionThatAppearsWhileARunIsDown_DoesNotChangeWhatItWrites()
    {
        await Written(1);
        var before = await Compare(3);
        await Written(2);

        Assert.Equal(before.Text("changes.md"), (await Compare(3)).Text("changes.md"));
    }

    [Fact]
    public async Task RunThatTakesOver_ComparesWithTheSameVersion()
    {
        await Written(1);
        await Compare(2, "run-1");
        await Written(2);

        Assert.Contains("against version 1", (await Compare(3, "run-2", previous: "run-1")).Text("changes.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VersionOfAnotherShape_IsNotComparedAndSaidSo()
    {
        await Written(1);
        await store.Write("SHOP-101", 1, "risks.json", "[]", CancellationToken.None);

        Assert.Contains((await Compare(2)).NotApplicable, n => n.Path == "changes.md" && n.Reason.Contains("version 1", StringComparison.Ordinal));
    }

    private async Task Written(int version)
    {
        foreach (var file in ArtifactComposer.Compose(Plan).Files)
        {
            await store.Write("SHOP-101", version, file.Path, file.Text, CancellationToken.None);
        }
    }

    private Task<ArtifactSet> Compare(int version, string run = "run-1", string? previous = null) => new EarlierVersion(store, new RunFolder(store)).Compare(
        new ArtifactSet([], []), new RunScope("SHOP-101", "shop", previous), Plan, version,
        new StepCall(run, "write", 1, DateTimeOffset.UnixEpoch, CancellationToken.None));
}
