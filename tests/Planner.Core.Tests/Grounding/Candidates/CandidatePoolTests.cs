using Planner.Core.Grounding.Facts;
using Planner.Core.Text;
using Xunit;

namespace Planner.Core.Tests.Grounding.Candidates;

public sealed class CandidatePoolTests
{
    [Fact]
    public void LargeCodeBase_GivesABoundedPoolOfProductionFilesAndFewOthers()
    {
        var numbers = Enumerable.Range(0, 600);
        List<string> files = [.. numbers.Select(i => $"src/File{i:d3}.cs"), .. numbers.Select(i => $"tests/File{i:d3}Tests.cs")];
        var pool = new SearchBuilder { Files = files, Likely = files, ByWords = [.. files.AsEnumerable().Reverse()] }.Pool();

        Assert.Equal(250, pool.Count(c => c.Path.StartsWith("src/", StringComparison.Ordinal)));
        Assert.Equal(30, pool.Count(c => c.Path.StartsWith("tests/", StringComparison.Ordinal)));
    }

    [Fact]
    public void WhatOneSourcePutsFirst_GetsInThoughTheRulesRankHundredsOthers()
    {
        List<string> likely = [.. Enumerable.Range(0, 600).Select(i => $"src/File{i:d3}.cs")];
        var pool = new SearchBuilder { Files = [.. likely, "lib/Audit.cs"], Likely = likely }.Commit("one", likely[0], "lib/Audit.cs").Pool();

        Assert.Contains(pool, c => c.Path == "lib/Audit.cs" && c.Reasons[0] == "changed with File000.cs 1 of 1 times");
    }

    [Fact]
    public void Order_IsThatOfTheRules_AndThenHowManySourcesKnowAFile()
    {
        var pool = new SearchBuilder { Files = ["a/A.cs", "b/B.cs", "c/C.cs", "d/D.cs"], Likely = ["b/B.cs", "a/A.cs"] }
            .Type("b/B.cs", "B")
            .Type("d/D.cs", "D", uses: ["B"])
            .Commit("one", "b/B.cs", "d/D.cs")
            .Commit("two", "c/C.cs")
            .Pool();

        Assert.Equal(["b/B.cs", "a/A.cs", "d/D.cs", "c/C.cs"], pool.Select(c => c.Path));
        Assert.Equal([1, 2, 3, 4], pool.Select(c => c.Rank));
    }

    [Fact]
    public void Reasons_OfAllSourcesAreMerged_WhatCountsMostFirst_AtMostFour()
    {
        var all = new SearchBuilder
        {
            Files = ["s/IOrders.cs", "s/Orders.cs"],
            Likely = ["s/Orders.cs", "s/IOrders.cs"],
            Ranked = [new("s/Orders.cs", 1, "the ticket names Orders")],
        }
            .Type("s/Orders.cs", "Orders", bases: ["IOrders"])
            .Type("s/IOrders.cs", "IOrders")
            .Commit("one", "s/Orders.cs", "s/IOrders.cs")
            .Pool();

        Assert.Equal("the ticket names Orders", all[0].Reasons[0]);
        Assert.All(all, c => Assert.InRange(c.Reasons.Count, 1, 4));
        Assert.All(all, c => Assert.Equal(c.Reasons.Distinct(StringComparer.Ordinal), c.Reasons));
    }

    [Fact]
    public void FileOfThePastThatIsGone_IsNoCandidate()
    {
        var pool = new SearchBuilder { Files = ["a.cs"], Likely = ["a.cs"] }.Commit("one", "a.cs", "gone.cs", "../outside.cs").Pool();

        Assert.Equal(["a.cs"], pool.Select(c => c.Path));
    }

    [Theory]
    [InlineData("src/Model.g.cs")]
    [InlineData("packages.lock.json")]
    [InlineData("tests/Fixtures/orders.json")]
    [InlineData("docs/orders.md")]
    public void WhatPeopleDoNotChangeByHand_AndDocuments_AreNoCandidates(string path) =>
        Assert.Empty(new SearchBuilder { Files = [path], Likely = [path], ByWords = [path] }.Pool());

    [Fact]
    public void FileThatOnlyTheRulesRank_StillHasAReason()
    {
        var pool = new SearchBuilder { Files = Apart(60), Likely = Apart(60) }.Pool();

        Assert.Equal(["shares a little with the ticket and with its likeliest files"], pool[^1].Reasons);
    }

    [Fact]
    public void Types_AreTheOneThatTheFileIsNamedAfter_AndTheFirstOthers()
    {
        var search = new SearchBuilder { Files = ["Third.cs"], Likely = ["Third.cs"] };
        foreach (var name in (string[])["First", "Second", "Second", "Third", "Fourth", "Fifth"])
        {
            search.Type("Third.cs", name);
        }

        Assert.Equal(["Third", "First", "Second", "Fourth"], Assert.Single(search.Pool()).Types);
    }

    [Fact]
    public void SameTicketInTheSameCodeBase_GivesTheSameBytes() =>
        Assert.Equal(PlanJson.Artifact(Shop.Ground("Cancel orders").Candidates), PlanJson.Artifact(Shop.Ground("Cancel orders").Candidates));

    [Fact]
    public void Candidates_AreFilesOfTheInventory()
    {
        var grounding = Shop.Ground("Cancel orders", "A user cancels an order with `CancelAsync`.");

        Assert.NotEmpty(grounding.Candidates);
        Assert.Empty(grounding.Candidates.Select(c => c.Path).Except(grounding.Inventory.Paths));
    }

    [Fact]
    public void GroundingThatWasStoredBeforeThereWereCandidates_IsReadWithNone()
    {
        var stored = PlanJson.Read<TicketGrounding>("""{"files":[],"mentions":[],"inventory":{"paths":[],"tables":[],"columns":[],"endpoints":[]}}""");

        Assert.Empty(stored.Candidates);
    }

    [Fact]
    public void StoredCandidate_IsReadAsItWasWritten()
    {
        var stored = PlanJson.Content(new CandidateFile("a.cs", ["A"], 1, ["uses B"]));

        Assert.Contains("\"why\"", stored, StringComparison.Ordinal);
        Assert.Equal(["uses B"], PlanJson.Read<CandidateFile>(stored).Reasons);
    }

    /// <summary>Files that have nothing to do with each other.</summary>
    private static IReadOnlyList<string> Apart(int count) => [.. Enumerable.Range(0, count).Select(i => $"p{i:d2}/File{i:d2}.cs")];
}
