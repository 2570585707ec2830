using Planner.Core.Grounding.Facts;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Drafting;

public sealed class VerificationTests
{
    [Theory]
    [InlineData("src/billing/Ledger.cs", "dotnet test src/billing/Billing.sln")]
    [InlineData("src/lending/Ledger.cs", "dotnet test src/lending/Lending.sln")]
    [InlineData("tools/Ledger.cs", "dotnet test src/billing/Billing.sln, dotnet test src/lending/Lending.sln")]
    public async Task OfSeveralSolutions_ThoseAboveWhatChangesAreTested(string file, string commands)
    {
        var code = new GroundingBuilder().Type("Ledger", file).Found("Ledger", MentionKind.Type)
            .Conventions(c => c with
            {
                VerificationCommands = ["dotnet build src/billing/Billing.sln", "dotnet test src/billing/Billing.sln", "dotnet test src/lending/Lending.sln"],
            });
        var task = Assert.Single((await PanelRound.About(code, "x", "`Ledger` closes.").Ask("service")).Tasks);

        Assert.Equal(commands, string.Join(", ", task.Verification));
    }

    [Fact]
    public async Task NewTests_GoToTheProjectForTheOneThatChanges()
    {
        var code = new GroundingBuilder().Type("Ledger", "src/lending/Lending/Ledger.cs").Found("Ledger", MentionKind.Type)
            .Project("src/lending/Lending/Lending.csproj")
            .Project("src/billing/Billing.Tests.Unit/Billing.Tests.Unit.csproj", isTest: true)
            .Project("src/lending/Checks.Integration/Checks.Integration.csproj", isTest: true)
            .Project("src/lending/Checks.Unit/Checks.Unit.csproj", isTest: true);
        var task = Assert.Single((await PanelRound.About(code, "x", "`Ledger` closes.").Ask("service")).Tasks);

        Assert.Contains("src/lending/Checks.Unit/LedgerTests.cs", task.Files.Select(f => f.Path));
    }

    [Fact]
    public async Task TypeThatHoldsTests_IsNoHome()
    {
        var code = new GroundingBuilder()
            .Type("HotReloadChecks", "src/HotReloadChecks.cs", methods: ["void Reload_Works()"])
            .TestClass("HotReloadChecks", "src/HotReloadChecks.cs")
            .Type("Loader", "src/Loader.cs", methods: ["void Reload()"]);
        var task = Assert.Single((await PanelRound.About(code, "x", "The loader does no hot reload.").Ask("service")).Tasks);

        Assert.Equal("src/Loader.cs", task.Files[0].Path);
    }

    [Fact]
    public async Task Verification_comes_from_conventions_only()
    {
        var opinions = await Fixtures.Referral().Ask();

        Assert.All(opinions.SelectMany(o => o.Tasks).SelectMany(t => t.Verification), c => Assert.Equal("dotnet test Clinic.sln", c));
    }

    [Theory]
    [InlineData(
        new[] { "dotnet build Clinic.sln", "dotnet test Clinic.sln --no-build" },
        new[] { "dotnet build Clinic.sln", "dotnet test Clinic.sln --no-build" })]
    [InlineData(new[] { "dotnet test Clinic.sln --no-build" }, new[] { "dotnet test Clinic.sln" })]
    [InlineData(new[] { "dotnet build Clinic.sln", "dotnet test Clinic.sln" }, new[] { "dotnet test Clinic.sln" })]
    public async Task Tests_that_build_nothing_come_after_a_build(string[] found, string[] expected)
    {
        var round = Fixtures.Referral(Fixtures.Clinic().Conventions(c => c with { VerificationCommands = found }));
        var tasks = (await round.Ask()).SelectMany(o => o.Tasks).Where(t => t.Verification.Count > 0).ToList();

        Assert.NotEmpty(tasks);
        Assert.All(tasks, t => Assert.Equal(expected, t.Verification));
    }
}
