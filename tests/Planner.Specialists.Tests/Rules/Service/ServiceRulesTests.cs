using Planner.Core.Opinions;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Service;

public sealed class ServiceRulesTests
{
    [Fact]
    public async Task New_types_stand_beside_their_neighbours()
    {
        var added = (await (await OwnService()).Ask("service")).Tasks.SelectMany(t => t.Files).Where(f => f.Change == ChangeKind.Add).Select(f => f.Path);

        Assert.Equal(
            [
                "src/Clinic.Data/ReferralRepository.cs", "src/Clinic/Visits/IReferralRepository.cs", "src/Clinic/Visits/IReferralService.cs",
                "src/Clinic/Visits/Referral.cs", "src/Clinic/Visits/ReferralService.cs", "tests/Clinic.Tests/Visits/ReferralServiceTests.cs",
            ],
            added.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Members_follow_the_neighbours_style()
    {
        var service = (await (await OwnService()).Ask("service")).Design<ServiceDesign>()!.Services.First(s => s.Type == "ReferralService");

        Assert.Equal("Task<Referral> CreateAsync(long visitId, decimal fee, string specialty, CancellationToken ct)", service.Members[0].Signature);
        Assert.Contains("VisitNotFoundException: the row is not there", service.Members[0].Errors);
    }

    private static async Task<PanelRound> OwnService()
    {
        var open = (await Fixtures.Referral().Ask("service")).Decisions.First(d => d.Id == "service/decide-service-home");
        return Fixtures.Referral() with { Decisions = [Fixtures.Settled(open, "A")] };
    }
}
