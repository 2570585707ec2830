using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.Scanning;

public sealed class ConventionTests : IDisposable
{
    private readonly Tree tree = new();

    public void Dispose() => tree.Dispose();

    [Fact]
    public async Task PairsOfMigrations_SetTheNextPair()
    {
        tree.With("db/migrations/008_a.up.sql", "").With("db/migrations/008_a.down.sql", "").With("db/migrations/007_b.up.sql", "");
        var conventions = (await tree.Read()).Conventions;
        Assert.Equal(["db/migrations/009_{name}.up.sql", "db/migrations/009_{name}.down.sql"], conventions.NextMigration);
        Assert.Equal(("plain SQL up/down", "db/migrations"), (conventions.MigrationTool, conventions.MigrationFolder));
    }

    [Fact]
    public async Task TimeStamps_CountOn()
    {
        tree.With("m/20240131235959_a.sql", "");
        Assert.Equal(["m/20240131235960_{name}.sql"], (await tree.Read()).Conventions.NextMigration);
    }

    [Fact]
    public async Task CommandsOfThePipeline_ComeInItsOrder()
    {
        tree.With(".github/workflows/ci.yml", """
            steps:
              - run: dotnet build Shop.sln -c Release
              - run: |
                  dotnet test Shop.sln --no-build
                  dotnet test $(secret) && rm -rf /
                  dotnet test ${{ matrix.project }}
                  # dotnet test Old.sln
            """).With("Shop.sln", "");
        Assert.Equal(["dotnet build Shop.sln -c Release", "dotnet test Shop.sln --no-build"], (await tree.Read()).Conventions.VerificationCommands);
    }

    [Fact]
    public async Task WithoutPipeline_TheSolutionIsBuiltAndTested()
    {
        tree.With("Shop.sln", "").With("t/T.csproj", "<Project><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>");
        Assert.Equal(["dotnet build Shop.sln", "dotnet test Shop.sln"], (await tree.Read()).Conventions.VerificationCommands);
    }

    [Fact]
    public async Task SeveralSolutions_AreEachBuiltAndTestedButNotTheirVariants()
    {
        tree.With("a/Loan.sln", "").With("a/Loan-Docker.sln", "").With("b/Bill.sln", "").With("b/deep/Part.sln", "")
            .With("a/T.csproj", "<Project><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>");
        Assert.Equal(
            ["dotnet build a/Loan.sln", "dotnet test a/Loan.sln", "dotnet build b/Bill.sln", "dotnet test b/Bill.sln"],
            (await tree.Read()).Conventions.VerificationCommands);
    }

    [Fact]
    public async Task PipelineThatTestsByAScript_LeavesTheTestProjectsToBeRun()
    {
        tree.With(".circleci/config.yml", "steps:\n  - run: ./run-tests.sh\n  - run: dotnet build -c Release Shop.Tests.csproj\n").With("Shop.sln", "")
            .With("t/T.csproj", "<Project><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>");
        var found = (await tree.Read()).Conventions;
        Assert.Equal(["dotnet build -c Release Shop.Tests.csproj", "dotnet test Shop.sln"], found.VerificationCommands);
        Assert.Equal([".circleci/config.yml"], found.Pipelines);
    }

    [Fact]
    public async Task OpenApiDocuments_AreTold()
    {
        tree.With("api/a.yaml", "# x\nopenapi: 3.1.0\npaths: {}\n").With("api/b.json", "{ \"openapi\": \"3.0.0\" }").With("other.yaml", "name: openapi\n");
        Assert.Equal(["api/a.yaml", "api/b.json"], (await tree.Read()).Conventions.Contracts.Select(c => c.Path));
    }

    [Fact]
    public async Task Owners_AreRead()
    {
        tree.With(
            ".github/CODEOWNERS",
            "# all\n* @team\n/db/ @dba @team # comment\r\n/c#/ @sharp\n/my\\ docs/\tdocs@shop.example\n/free/\nbroken nobody\n[Section] @x\n!a @x\n")
            .With("CODEOWNERS", "* @other\n");
        var owners = (await tree.Read()).Conventions.Owners;
        Assert.Equal(
            [("*", "@team"), ("/db/", "@dba,@team"), ("/c#/", "@sharp"), ("/my\\ docs/", "docs@shop.example"), ("/free/", "")],
            owners.Select(o => (o.Pattern, string.Join(',', o.Owners))));
    }
}
