using Planner.Codebase;
using Planner.Codebase.Reading;
using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Tickets;
using Planner.Integrations.Tickets;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules;

/// <summary>The panel by rules on the sample shop, read as the product reads it.</summary>
public sealed class SampleTicketsTests
{
    [Fact]
    public async Task Feature_is_planned_with_confidence_by_all_but_the_front_end()
    {
        var round = await Round("SHOP-101");
        var opinions = await round.Ask();

        Assert.Empty(OpinionRules.Broken(round, opinions));
        Assert.Equal(["frontend"], opinions.Where(o => !o.Applies).Select(o => o.Specialist));
        Assert.All(opinions.Where(o => o.Applies), o => Assert.True(o.Confidence >= 8, $"{o.Specialist}: {o.Confidence}, {o.Rationale}"));
    }

    [Fact]
    public async Task Feature_decided_the_other_way_keeps_the_rules()
    {
        var round = await Round("SHOP-101");
        var open = (await round.Ask()).SelectMany(o => o.Decisions).ToList();
        var decided = round with
        {
            Decisions = [.. open.Select((d, at) => new Planner.Core.Opinions.SettledDecision
            {
                Decision = d with { Id = $"TD00{at + 1}" },
                Status = Planner.Core.Opinions.DecisionStatus.Decided,
                Option = d.Options.First(o => o.Id != d.Recommendation).Id,
                Rationale = "x",
                DecidedBy = "x",
                Timestamp = DateTimeOffset.UnixEpoch,
                Deadline = DateTimeOffset.UnixEpoch,
            })],
        };

        Assert.True(open.Count >= 2);
        Assert.Empty(OpinionRules.Broken(decided, await decided.Ask()));
    }

    [Fact]
    public async Task Bug_is_planned_by_the_service_specialist_alone()
    {
        var round = await Round("SHOP-102");
        var opinions = await round.Ask();

        Assert.Equal(["service"], opinions.Where(o => o.Applies).Select(o => o.Specialist));
        Assert.Single(opinions[2].Tasks);
        Assert.Empty(OpinionRules.Broken(round, opinions));
    }

    private static async Task<PanelRound> Round(string key)
    {
        var samples = Samples();
        var ticket = TicketFile.Read(Directory.GetFiles(Path.Combine(samples, "tickets"), key + "-*.json").Single());
        var criteria = CriteriaReader.Freeze(ticket);
        var index = await new CodebaseReader(p => p, new CodebaseOptions()).Read(Path.Combine(samples, "shop"), CancellationToken.None);
        return new PanelRound(ticket, criteria, TicketGrounder.Ground(ticket, criteria, index));
    }

    private static string Samples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "samples", "tickets")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "samples");
    }
}
