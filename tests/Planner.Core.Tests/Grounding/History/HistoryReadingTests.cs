using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Tickets;
using Xunit;

namespace Planner.Core.Tests.Grounding.History;

public sealed class HistoryReadingTests
{
    [Fact]
    public void FilesOfALikeCommit_AreRankedAndSaidToBe()
    {
        var grounding = Ground(
            "Round the prices of orders",
            Commit("aaaaaaaaaa", "Round prices of all orders", "src/Data/OrderRepository.cs", "src/Orders/PriceList.cs"),
            Commit("bbbbbbbbbb", "Unlike", "readme.md"));

        Assert.Contains(grounding.Files, f => f.Path == "src/Data/OrderRepository.cs");
        Assert.Equal(["aaaaaaaaa"], grounding.History.Earlier.Select(c => c.Sha));
    }

    [Fact]
    public void CommitThatSharesWordsAlone_AndChangedNothingLikely_IsNotTold()
    {
        var grounding = Ground(
            "OrderService is slow",
            Crowded,
            Commit("a", "Order service slow to sponsor", "build/pipeline.yml"),
            Commit("b", "Order service slow at noon", "src/Orders/OrderService.cs"),
            Commit("c", "Order service slow, first try", "src/Orders/Gone.cs"));

        Assert.Equal(["b", "c"], grounding.History.Earlier.Select(c => c.Sha).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OneNameInTwoSpellings_IsOnePerson()
    {
        var grounding = Ground("OrderService is slow", On("2026-01-01", "ada.lovelace"), On("2026-01-02", "ada.lovelace"), On("2026-01-03", "Ada Lovelace"));

        Assert.Equal(new FileKeeper("src/Orders/OrderService.cs", "Ada Lovelace", 3, 3), Assert.Single(grounding.History.Keepers));
        Assert.Equal(["Ada Lovelace"], Assert.Single(grounding.History.Busy).Authors);
    }

    [Fact]
    public void CommitThatCitesTheTicket_IsAnEarlierAttempt()
    {
        var grounding = Ground(
            "Cancel",
            Commit("a", "Revert \"SHOP-1: first try\"", "src/Program.cs"),
            Commit("b", "SHOP-11: something else", "src/Program.cs"),
            Commit("c", "WORKSHOP-1: of another project", "src/Program.cs"));

        var earlier = Assert.Single(grounding.History.Earlier);
        Assert.Equal(("a", true), (earlier.Sha, earlier.IsRevert));
    }

    [Fact]
    public void LikelyFileThatChangesOften_IsToldWithWhoChangedItMost()
    {
        var grounding = Ground("OrderService is slow", [.. Enumerable
            .Range(1, 4)
            .Select(n => Commit($"{n}", $"Change {n}", "src/Orders/OrderService.cs") with { Author = n == 1 ? "Bob" : "Ada", Date = $"2026-01-0{n}" })]);

        var busy = Assert.Single(grounding.History.Busy);
        Assert.Equal(("src/Orders/OrderService.cs", 4, "2026-01-04"), (busy.Path, busy.Changes, busy.LastChanged));
        Assert.Equal(["Ada", "Bob"], busy.Authors);
    }

    [Fact]
    public void FileThatChangesWithALikelyOne_IsACompanion_AndASweepSaysNothing()
    {
        var pairs = Enumerable.Range(1, 3).Select(n => Commit($"{n}", "x", "src/Orders/OrderService.cs", "build/pipeline.yml"));
        var sweep = Commit("9", "Sweep", [.. Enumerable.Range(0, 40).Select(n => $"other/{n}.cs"), "src/Orders/OrderService.cs"]);
        var grounding = Ground("OrderService is slow", Crowded, [.. pairs, sweep]);

        Assert.Equal(new Companion("build/pipeline.yml", "src/Orders/OrderService.cs", 3, 3), Assert.Single(grounding.History.Companions));
    }

    [Fact]
    public void FileThatIsGone_IsNoCompanion()
    {
        var grounding = Ground(
            "OrderService is slow",
            [.. Enumerable.Range(1, 3).Select(n => Commit($"{n}", "x", "src/Orders/OrderService.cs", "src/Orders/Gone.cs"))]);

        Assert.Empty(grounding.History.Companions);
    }

    [Fact]
    public void CommitThatWasTakenBack_IsToldWithTheCommitThatDidSo()
    {
        var grounding = Ground(
            "Round the prices of orders",
            Commit("bbbbbbbbbb", "Revert \"Round prices of all orders\" (#8)", "src/Program.cs"),
            Commit("aaaaaaaaaa", "Round prices of all orders (#7)", "src/Program.cs"));

        Assert.Equal(
            [("aaaaaaaaa", "bbbbbbbbb", null), ("bbbbbbbbb", null, "aaaaaaaaa")],
            grounding.History.Earlier.OrderBy(c => c.Sha, StringComparer.Ordinal).Select(c => (c.Sha, c.RevertedBy, c.TookBack)));
    }

    [Fact]
    public void CommitWhoseRevertWasTakenBack_Stands()
    {
        var grounding = Ground(
            "Round the prices of orders",
            Commit("c", "Revert \"Revert \"Round prices of all orders\"\"", "src/Program.cs"),
            Commit("b", "Revert \"Round prices of all orders\"", "src/Program.cs"),
            Commit("a", "Round prices of all orders", "src/Program.cs"));

        Assert.Null(grounding.History.Earlier.Single(c => c.Sha == "a").RevertedBy);
        Assert.Equal("c", grounding.History.Earlier.Single(c => c.Sha == "b").RevertedBy);
    }

    [Fact]
    public void KeeperOfAFile_IsWhoChangedItMostInTheYearBeforeTheNewestCommit_AndNoProgram()
    {
        CommitFact[] year = [
            .. Enumerable.Range(1, 3).Select(n => On($"2025-0{n}-01", "Ada")),
            .. Enumerable.Range(1, 5).Select(n => On($"2025-0{n}-02", "renovate[bot]")),
            .. Enumerable.Range(1, 9).Select(n => On($"2023-0{n}-01", "Bob")),
        ];
        var grounding = Ground("OrderService is slow", year);

        Assert.Equal("2025-05-02", grounding.History.Until);
        Assert.Equal(new FileKeeper("src/Orders/OrderService.cs", "Ada", 3, 8), Assert.Single(grounding.History.Keepers));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void HotFile_ChangedAtLeastTenTimesInTheYearAndMoreThanTheRest(int times, bool hot)
    {
        var rest = Shop.Index.Documents.Where(d => d.Path != "src/Orders/OrderService.cs").Select(d => On("2025-05-05", "Ada") with { Files = [d.Path] });
        var grounding = Ground("OrderService is slow", [.. Enumerable.Range(0, times).Select(n => On("2025-04-01", "Ada")), .. rest]);

        Assert.Equal(hot ? [new HotFile("src/Orders/OrderService.cs", times, 1)] : [], grounding.History.Hot);
    }

    [Theory]
    [InlineData(4, 1, true)]
    [InlineData(3, 0, false)]
    [InlineData(4, 2, false)]
    public void FilesThatNearlyAlwaysChangeTogether_AreBound(int together, int alone, bool bound)
    {
        var commits = Enumerable.Range(0, together)
            .Select(n => Commit($"t{n}", "x", "src/Orders/OrderService.cs", "src/Program.cs"))
            .Concat(Enumerable.Range(0, alone).Select(n => Commit($"a{n}", "x", "src/Orders/OrderService.cs")));
        var grounding = Ground("OrderService is slow", [.. commits]);

        Assert.Equal(bound, grounding.History.Bonds.Contains(new Companion("src/Program.cs", "src/Orders/OrderService.cs", together, together + alone)));
    }

    [Fact]
    public void WithoutAHistory_NothingIsTold() => Assert.Equivalent(TicketHistory.None, Ground("OrderService is slow").History);

    private static CommitFact On(string date, string author) => new($"{date}{author}", date, author, "x", ["src/Orders/OrderService.cs"]);

    private static CommitFact Commit(string sha, string subject, params string[] files) => new(sha, "2026-01-01", "Ada", subject, files);

    /// <summary>More likely files than are looked at, so that what hangs together with one may be none of them.</summary>
    private static CodebaseIndex Crowded => Shop.Index with
    {
        Documents = [.. Shop.Index.Documents.Concat(Enumerable.Range(10, 30).Select(n => Shop.Document($"src/Orders/Slow{n}.cs", "OrderService slow")))
            .Append(Shop.Document("build/pipeline.yml", "steps")).OrderBy(d => d.Path, StringComparer.Ordinal)],
    };

    private static TicketGrounding Ground(string summary, params CommitFact[] commits) => Ground(summary, Shop.Index, commits);

    private static TicketGrounding Ground(string summary, CodebaseIndex index, params CommitFact[] commits) => TicketGrounder.Ground(
        new Ticket { Key = "SHOP-1", Summary = summary, Description = "", Type = "Story" },
        new FrozenCriteria([], "", Derived: true),
        index with { History = new HistoryFacts(commits) });
}
