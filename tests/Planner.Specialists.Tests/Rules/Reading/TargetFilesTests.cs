using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Reading;

public sealed class TargetFilesTests
{
    private const string Start = "eng/start-local.ps1";

    [Fact]
    public async Task ScriptThatACriterionNames_IsChangedForIt()
    {
        var opinion = await Service(Scripts().Found("start-local.ps1", MentionKind.File, Start), "`start-local.ps1` waits for the ledger.");
        var task = Assert.Single(opinion.Tasks);

        Assert.Equal("Change `start-local.ps1` for AC1", task.Title);
        Assert.Equal([new FileChange(Start, ChangeKind.Modify)], task.Files);
        Assert.Empty(task.Verification);
        Assert.Contains($"Run what `{Start}` is for", task.ManualVerification, StringComparison.Ordinal);
        Assert.DoesNotContain(opinion.Questions, q => q.Text.Contains(Start, StringComparison.Ordinal));
    }

    [Fact]
    public async Task FurtherFilesOfTheSameCriterion_ChangeAlong()
    {
        var code = Scripts()
            .File("eng/seed-local.ps1")
            .Found("start-local.ps1", MentionKind.File, Start)
            .Found("seed-local.ps1", MentionKind.File, "eng/seed-local.ps1");
        var task = Assert.Single((await Service(code, "`start-local.ps1` calls `seed-local.ps1` last.")).Tasks);

        Assert.Equal([Start, "eng/seed-local.ps1"], task.Files.Select(f => f.Path));
    }

    [Fact]
    public async Task ScriptThatIsNotThere_IsAddedBesideTheLikeliestOfItsKindAndNotAskedAbout()
    {
        var code = Scripts().File("tools/stop-local-ledger.ps1").Likely(Start, 0.9).New("stop-local.ps1", MentionKind.File);
        var opinion = await Service(code, "`stop-local.ps1` stops what was started.");

        Assert.Equal([new FileChange("eng/stop-local.ps1", ChangeKind.Add)], Assert.Single(opinion.Tasks).Files);
        Assert.DoesNotContain(opinion.Questions, q => q.Text.Contains("stop-local.ps1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ScriptInAFolderThatTheTicketNames_IsAddedThere()
    {
        var opinion = await Service(Scripts().New("eng/wait-for-it.sh", MentionKind.File), "`eng/wait-for-it.sh` waits.");

        Assert.Equal([new FileChange("eng/wait-for-it.sh", ChangeKind.Add)], Assert.Single(opinion.Tasks).Files);
    }

    [Fact]
    public async Task FileThatOnlyTheRankingSuggests_IsDoubtedAndAskedOnce()
    {
        var code = Scripts().Likely(Start, 0.9);
        var opinion = await Service(code, "The bootstrap stages fragments.", "The bootstrap stops on a bad fragment.");

        Assert.Equal(["AC1", "AC2"], Assert.Single(opinion.Tasks).Satisfies);
        Assert.StartsWith(
            $"Are AC1 and AC2 built in `{Start}`?",
            Assert.Single(opinion.Questions, q => q.Text.Contains(Start, StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);
        Assert.Equal(["AC1", "AC2"], opinion.Gaps.Select(g => g.Criterion));
        Assert.True(opinion.Confidence < 8);
    }

    [Fact]
    public async Task ScriptsOfTests_AreNoHomes()
    {
        var code = new GroundingBuilder()
            .Type("Ledger", "src/Ledger.cs")
            .Likely("src/Ledger.cs", 0.1)
            .File("eng/tests/Start.Tests.ps1")
            .Likely("eng/tests/Start.Tests.ps1", 1);
        var task = Assert.Single((await Service(code, "The bootstrap stages fragments.")).Tasks);

        Assert.StartsWith("Find where AC1 belongs", task.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConfigurationThatCodeReads_LeavesTheCriterionToTheCode()
    {
        var code = Scripts().File("src/ledger.json").Found("ledger.json", MentionKind.File, "src/ledger.json").Found("Ledger", MentionKind.Type);

        Assert.Equal("src/Ledger.cs", Assert.Single((await Service(code, "`Ledger` takes its limit from `ledger.json`.")).Tasks).Files[0].Path);
        Assert.Equal(
            "src/ledger.json",
            Assert.Single((await Service(
                Scripts().File("src/ledger.json").Found("ledger.json", MentionKind.File, "src/ledger.json"),
                "`ledger.json` has 14 for parcels.")).Tasks).Files[0].Path);
    }

    [Fact]
    public async Task NameThatManyFilesHave_TellsNone()
    {
        var code = Scripts().File("a/start.sh").File("b/start.sh").Found("start.sh", MentionKind.File, "a/start.sh", "b/start.sh");

        Assert.StartsWith(
            "Find where AC1 belongs",
            Assert.Single((await Service(code.Likely("a/start.sh", 0.4).Likely("b/start.sh", 0.4).Likely(Start, 0.4), "`start.sh` waits.")).Tasks).Title,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task PartsOfOnePlace_AddItsTestFileOnce()
    {
        var code = new GroundingBuilder().Type("Ledger", "src/Ledger.cs").Found("Ledger", MentionKind.Type).Project("tests/T.csproj", isTest: true);
        var tasks = (await Service(code, [.. Enumerable.Range(1, 6).Select(n => $"`Ledger` keeps entry {n}.")])).Tasks;

        Assert.Equal([ChangeKind.Add, ChangeKind.Modify], tasks.SelectMany(t => t.Files).Where(f => f.Path == "tests/LedgerTests.cs").Select(f => f.Change));
    }

    [Fact]
    public async Task ManyCriteriaOfOnePlace_AreCutIntoPartsOfNearlyOneSize()
    {
        var code = new GroundingBuilder().Type("Ledger", "src/Ledger.cs", methods: ["void Close(int id)"]).Found("Ledger", MentionKind.Type);
        var tasks = (await Service(code, [.. Enumerable.Range(1, 7).Select(n => $"`Ledger` keeps entry {n}.")])).Tasks;

        Assert.Equal(["Change `Ledger` for AC1 to AC4", "Change `Ledger` for AC5 to AC7"], tasks.Select(t => t.Title));
    }

    [Fact]
    public async Task CriteriaWithoutAnyHome_AreOneSpikeAndOneQuestion()
    {
        var opinion = await Service(
            new GroundingBuilder().Type("Ledger", "src/Ledger.cs").Likely("src/Ledger.cs", 0.1),
            "Parcels fly.",
            "Parcels swim.",
            "Parcels walk.");

        Assert.Equal("Find where AC1 to AC3 belong and build them there", Assert.Single(opinion.Tasks).Title);
        Assert.Single(opinion.Questions, q => q.Text.StartsWith("Which part of the system do AC1 to AC3 concern", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ManyNamesThatAreNotThere_AreOneQuestion()
    {
        var code = new GroundingBuilder()
            .Type("Ledger", "src/Ledger.cs")
            .Found("Ledger", MentionKind.Type)
            .Unknown("AbcDesk")
            .Unknown("DefDesk")
            .Unknown("GhiDesk");
        var opinion = await Service(code, "`Ledger` tells `AbcDesk`, `DefDesk` and `GhiDesk`.");

        Assert.Equal(
            "The ticket names `AbcDesk`, `DefDesk` and `GhiDesk`, which the code base does not have: what is meant by each?",
            Assert.Single(opinion.Questions, q => q.Text.Contains("AbcDesk", StringComparison.Ordinal)).Text);
        Assert.Equal(["AbcDesk", "DefDesk", "GhiDesk"], opinion.Gaps.Select(g => g.Subject));
    }

    private static GroundingBuilder Scripts() =>
        new GroundingBuilder().Type("Ledger", "src/Ledger.cs").Likely("src/Ledger.cs", 0.1).File(Start);

    private static Task<Opinion> Service(GroundingBuilder code, params string[] criteria) => PanelRound.About(code, "x", criteria).Ask("service");
}
