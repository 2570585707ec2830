using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Xunit;

namespace Planner.Core.Tests.Grounding.Ranking;

public sealed class HangingTogetherTests
{
    [Fact]
    public void SameForAnotherDatabase_IsFoundThoughItSharesNoWord()
    {
        var twin = Assert.Single(Ground(), f => f.Path == "src/Store.Mssql/MssqlLedger.cs");
        Assert.Equal("does for another database what PgsqlLedger.cs does", twin.Why);
    }

    [Fact]
    public void TestData_StandsBehindTheCodeThatSharesItsWords() =>
        Assert.True(Rank("src/Store.Pgsql/PgsqlLedger.cs") < Rank("tests/Fixtures/ledger.json"));

    [Fact]
    public void Documentation_StandsBehindTheCodeThatSharesItsWords() =>
        Assert.True(Rank("src/Store.Pgsql/PgsqlLedger.cs") < Rank("docs/ledger.md"));

    [Fact]
    public void FileThatRegistersALikelyType_IsFoundThoughItSharesNoWord() =>
        Assert.Contains(Ground(), f => f.Path == "src/Wiring.cs" && f.Why == "registers PgsqlLedger");

    [Fact]
    public void TypeThatManyUse_SpeaksLessForEachOfThemThanARareOne() =>
        Assert.True(Rank("src/RareCaller.cs") < Rank("src/Common/Caller1.cs"));

    private static int Rank(string path) => Ground().Select(f => f.Path).ToList() is var paths && paths.IndexOf(path) is >= 0 and var at ? at : int.MaxValue;

    private static IReadOnlyList<RankedFile> Ground()
    {
        var ticket =
            new Ticket { Key = "SHOP-1", Summary = "Rounding of cents", Description = "Cents are lost when a page is summed with rounding.", Type = "Story" };
        return TicketGrounder.Ground(ticket, new FrozenCriteria([], "", Derived: true), Index()).Files;
    }

    private static CodebaseIndex Index()
    {
        List<(string Path, string Words)> files =
        [
            ("docs/ledger.md", "rounding cents page summed lost"),
            ("src/RareCaller.cs", "RareCaller zeta"),
            ("src/Store.Mssql/MssqlLedger.cs", "zeta"),
            ("src/Store.Pgsql/Money.cs", "rounding cents"),
            ("src/Store.Pgsql/PgsqlLedger.cs", "rounding cents page summed lost"),
            ("src/Wiring.cs", "zeta"),
            ("tests/Fixtures/ledger.json", "rounding cents page summed lost"),
            .. Enumerable.Range(1, 20).Select(i => ($"src/Common/Caller{i}.cs", "zeta")),
        ];
        return new CodebaseIndex
        {
            Documents = [.. files
                .OrderBy(f => f.Path, StringComparer.Ordinal)
                .Select(f => new DocumentFact(f.Path, 100, "", new TermCounter(new(StringComparer.Ordinal), 1000).Count(f.Words)))],
            Types =
            [
                Type("PgsqlLedger", "src/Store.Pgsql/PgsqlLedger.cs"),
                Type("Money", "src/Store.Pgsql/Money.cs"),
                Type("RareCaller", "src/RareCaller.cs", "PgsqlLedger"),
                .. Enumerable.Range(1, 20).Select(i => Type($"Caller{i}", $"src/Common/Caller{i}.cs", "Money")),
            ],
            Registrations = [new("PgsqlLedger", "PgsqlLedger", "Scoped", "src/Wiring.cs", 1)],
        };
    }

    private static TypeFact Type(string name, string file, params IReadOnlyList<string> uses) => new(name, "class", "Shop", file, 1, [], []) { Uses = uses };
}
