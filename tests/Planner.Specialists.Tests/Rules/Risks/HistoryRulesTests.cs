using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Specialists.Rules.Drafting;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Risks;

public sealed class HistoryRulesTests
{
    private const string Home = "src/Clinic/Visits/VisitService.cs";

    [Fact]
    public async Task OwnerOfATask_IsWhoChangedItsFilesMost_MarkedAsTakenFromHistory()
    {
        var round = About(unowned: true, new TicketHistory { Keepers = [new("src/Other.cs", "Bob", 9, 9), new(Home, "Ada", 3, 4)] });
        var task = (await round.Ask("service")).Tasks.First(t => t.Files.Any(f => f.Path == Home));

        Assert.Equal("Ada" + Ownership.ByHistory, task.Owner);
    }

    [Fact]
    public async Task OwnerInCodeowners_WinsOverHistory()
    {
        var round = About(unowned: false, new TicketHistory { Keepers = [new(Home, "Ada", 3, 4)] });

        Assert.Contains("@clinic", (await round.Ask("service")).Tasks.Select(t => t.Owner));
    }

    [Fact]
    public async Task OwnerThatIsNoNameButAnAddress_OwnsNothing()
    {
        var round = About(new OwnerFact("*", ["(redacted)"]), new TicketHistory { Keepers = [new(Home, "Ada", 3, 4)] });

        Assert.DoesNotContain((await round.Ask("service")).Tasks, t => t.Owner.Contains("redacted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutOwnersAndHistory_ARoleDoesTheTask() =>
        Assert.Contains("Backend engineer", (await About(unowned: true, TicketHistory.None).Ask("service")).Tasks.Select(t => t.Owner));

    [Fact]
    public async Task HotFileThatATaskChanges_IsARiskWithTheFigures()
    {
        var round = About(unowned: true, new TicketHistory { Until = "2026-03-24", Hot = [new(Home, 40, 2), new("src/Elsewhere.cs", 90, 2)] });
        var risk = Assert.Single((await round.Plan()).Risks, r => r.Title.Contains("at the same time", StringComparison.Ordinal));

        Assert.Contains("40 commits in the year to 2026-03-24", risk.Title, StringComparison.Ordinal);
        Assert.NotEmpty(risk.Tasks);
    }

    [Fact]
    public async Task EarlierAttemptThatWasTakenBack_IsARiskWhoseMitigationNamesTheCommit()
    {
        var attempt = new EarlierCommit("abc123456", "2025-01-01", "Ada", "Total fee of a visit", IsRevert: false, [Home]) { RevertedBy = "def123456" };
        var plan = await About(unowned: true, new TicketHistory { Earlier = [attempt] }).Plan();
        var risk = Assert.Single(plan.Risks, r => r.Title.Contains("taken back", StringComparison.Ordinal));

        Assert.Contains("`abc123456` (2025-01-01, \"Total fee of a visit\")", risk.Title, StringComparison.Ordinal);
        Assert.Contains("git show def123456", risk.Mitigation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EarlierAttemptThatStands_IsNoRisk()
    {
        var plan = await About(
            unowned: true,
            new TicketHistory { Earlier = [new("abc123456", "2025-01-01", "Ada", "Total fee of a visit", IsRevert: false, [Home])] }).Plan();

        Assert.DoesNotContain(plan.Risks, r => r.Title.Contains("taken back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FileThatAlwaysChangesWithAPlannedOne_IsACheckOfItsTask_UnlessATaskChangesIt()
    {
        var planned = (await About(unowned: true, TicketHistory.None).Plan()).Tasks.First(t => t.Files.Any(f => f.Path == Home)).Files[^1].Path;
        var plan = await About(unowned: true, new TicketHistory { Bonds = [new("docs/fees.md", Home, 5, 5), new(planned, Home, 5, 5)] }).Plan();
        var lookout = Assert.Single(plan.Tasks.SelectMany(t => t.Lookouts));

        Assert.StartsWith("`docs/fees.md` changed in 5 of the 5 commits that changed `VisitService.cs`", lookout, StringComparison.Ordinal);
    }

    private static PanelRound About(bool unowned, TicketHistory history) => About(c => unowned ? c with { Owners = [] } : c, history);

    private static PanelRound About(OwnerFact owner, TicketHistory history) => About(c => c with { Owners = [owner] }, history);

    private static PanelRound About(Func<Conventions, Conventions> owners, TicketHistory history)
    {
        var code = Fixtures.Clinic().Found("VisitService", MentionKind.Type, Home).Conventions(owners);
        var round = PanelRound.About(code, "The total is wrong.", "`VisitService` returns the total fee of a visit.");
        return round with { Grounding = round.Grounding with { History = history } };
    }
}
