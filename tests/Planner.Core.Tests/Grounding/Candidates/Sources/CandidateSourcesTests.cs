using Planner.Core.Grounding.Candidates;
using Planner.Core.Grounding.Candidates.Sources;
using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Core.Tests.Grounding.Candidates.Sources;

public sealed class CandidateSourcesTests
{
    [Fact]
    public void RankedFile_KeepsItsReasonAndItsPlace()
    {
        List<RankedFile> ranked = [new("b.cs", 1, "the ticket names b.cs")];
        var leads = new SearchBuilder { Files = ["a.cs", "b.cs"], Likely = ["b.cs", "a.cs"], Ranked = ranked }.Leads<RankedFiles>();

        Assert.Equal(["b.cs", "a.cs"], leads.Select(l => l.Path));
        Assert.Equal(["the ticket names b.cs", null], leads.Select(l => l.Why));
    }

    [Fact]
    public void SharedWords_ComeInTheirOwnOrder()
    {
        var leads = new SearchBuilder { Files = ["a.cs", "b.cs"], Likely = ["b.cs"], ByWords = ["a.cs", "b.cs"] }.Leads<SharedWords>();

        Assert.Equal(new CandidateLead("a.cs", "is number 1 of all files by words shared with the ticket"), leads[0]);
    }

    [Fact]
    public void CommitAboutTheLike_BringsItsFiles_TheSmallCommitFirst()
    {
        var leads = new SearchBuilder { Files = ["a.cs", "b.cs", "c.cs"], Likely = [], Query = "refund" }
            .Commit("refund of items", "b.cs", "c.cs")
            .Commit("refund of items", "a.cs")
            .Commit("paging", "d.cs")
            .Leads<LikeCommits>();

        Assert.Equal(["a.cs", "b.cs", "c.cs"], leads.Select(l => l.Path));
        Assert.Equal("was changed by the like commit 000000000", leads[0].Why);
    }

    [Fact]
    public void FileThatChangedWithALikelyOne_IsFound_TheOftenestFirst()
    {
        var leads = new SearchBuilder { Files = ["a.cs", "b.cs", "c.cs"], Likely = ["a.cs"] }
            .Commit("one", "a.cs", "b.cs")
            .Commit("two", "a.cs", "b.cs", "c.cs")
            .Commit("three", "c.cs")
            .Leads<ChangedTogether>();

        Assert.Equal([new("b.cs", "changed with a.cs 2 of 2 times"), new("c.cs", "changed with a.cs 1 of 2 times")], leads);
    }

    [Fact]
    public void OftenChangedFile_IsFoundThoughNothingSpeaksOfIt()
    {
        var leads = new SearchBuilder { Files = ["a.cs", "b.cs"], Likely = [] }.Commit("one", "b.cs", "a.cs").Commit("two", "b.cs").Leads<OftenChanged>();

        Assert.Equal([new("b.cs", "changed in 2 of the commits that were read"), new("a.cs", "changed lately")], leads);
    }

    [Fact]
    public void TypeThatALikelyOneUsesOrImplements_IsFound_TheRareOneFirst()
    {
        var leads = new SearchBuilder { Files = ["IService.cs", "Log.cs", "Price.cs", "Service.cs"], Likely = ["Service.cs"] }
            .Type("Service.cs", "Service", uses: ["Price", "Log"], bases: ["IService"])
            .Type("Price.cs", "Price", uses: ["Log"])
            .Type("Log.cs", "Log")
            .Type("IService.cs", "IService")
            .Leads<UsedTypes>();

        Assert.Equal(["IService.cs", "Price.cs", "Log.cs"], leads.Select(l => l.Path));
        Assert.Equal("declares Price, which Service uses", leads[1].Why);
    }

    [Fact]
    public void TypeThatUsesOrImplementsALikelyOne_IsFound()
    {
        var leads = new SearchBuilder { Files = ["Api.cs", "IService.cs", "Service.cs"], Likely = ["IService.cs"] }
            .Type("IService.cs", "IService")
            .Type("Service.cs", "Service", bases: ["IService"])
            .Type("Api.cs", "Api", uses: ["IService"])
            .Leads<UsingTypes>();

        Assert.Equal([new("Api.cs", "uses IService"), new("Service.cs", "implements IService")], leads);
    }

    [Fact]
    public void FileBesideALikelyOne_IsFound_TheOneThatSharesWordsFirst()
    {
        var leads = new SearchBuilder { Files = ["x/a.cs", "x/b.cs", "x/c.cs", "y/d.cs"], Likely = ["x/a.cs"], ByWords = ["x/c.cs"] }.Leads<SameFolder>();

        Assert.Equal(["x/c.cs", "x/a.cs", "x/b.cs"], leads.Select(l => l.Path));
        Assert.Equal("lies in the folder of a.cs", leads[0].Why);
    }

    [Theory]
    [InlineData("src/Pgsql/PgsqlLedger.cs", "src/Mssql/MssqlLedger.cs", "does for another database what PgsqlLedger.cs does")]
    [InlineData("src/OrderReader.cs", "lib/IOrderReader.cs", "is about the same as OrderReader.cs by its name")]
    [InlineData("src/OrderReader.cs", "src/OrderReader.Items.cs", "is about the same as OrderReader.cs by its name")]
    [InlineData("src/OrderReader.cs", "tests/OrderReaderTests.cs", "is about the same as OrderReader.cs by its name")]
    public void Twin_IsFound(string likely, string twin, string why)
    {
        var leads = new SearchBuilder { Files = [likely, twin, "src/Item.cs"], Likely = [likely] }.Leads<TwinFiles>();

        Assert.Equal([new(twin, why)], leads);
    }

    [Fact]
    public void NameThatManyFilesHave_MakesNoTwins()
    {
        var files = Enumerable.Range(1, 7).Select(i => $"src/P{i}/Program.cs").ToList();

        Assert.Empty(new SearchBuilder { Files = files, Likely = [files[0]] }.Leads<TwinFiles>());
    }

    [Fact]
    public void Wiring_IsWhatRegistersALikelyType_AndThenWhatWiresItsProject()
    {
        var leads = new SearchBuilder
        {
            Files =
            [
                "src/Orders/OrderService.cs", "src/Orders/Orders.csproj", "src/Orders/OrdersOptions.cs", "src/Orders/Services.cs",
                "src/Other/Program.cs", "src/Web/Startup.cs",
            ],
            Likely = ["src/Orders/OrderService.cs"],
            Registrations =
            [
                new("IOrderService", "OrderService", "Scoped", "src/Web/Startup.cs", 1),
                new("IClock", "Clock", "Singleton", "src/Orders/Services.cs", 1),
            ],
        }
            .Project("src/Orders/Orders.csproj")
            .Type("src/Orders/OrderService.cs", "OrderService")
            .Leads<Wiring>();

        Assert.Equal(
            [
                new("src/Web/Startup.cs", "registers OrderService"),
                new("src/Orders/Services.cs", "registers services in the project of likely files"),
                new("src/Orders/OrdersOptions.cs", "may configure or wire up in the project of likely files"),
            ],
            leads);
    }

    [Fact]
    public void TestOfALikelyType_IsFoundWhateverItsFileIsCalled()
    {
        List<TestFact> tests = [new("ATests", "One", "A", "tests/Cases.cs", 1)];
        var leads = new SearchBuilder { Files = ["src/A.cs", "tests/Cases.cs"], Likely = ["src/A.cs"], Tests = tests }
            .Type("src/A.cs", "A")
            .Leads<TestsOfTypes>();

        Assert.Equal([new("tests/Cases.cs", "tests A")], leads);
    }
}
