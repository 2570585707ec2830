using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Review.Reports;
using Planner.Core.Specialists;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

public sealed class PanelStoryTests
{
    [Fact]
    public async Task EverybodySure_IsAskedOnceAfterThoseItBuildsOn()
    {
        await using var host = new StoryHost(asked => ScriptedOpinions.Sure(asked));
        await host.Start();

        var result = await host.Result();

        var order = host.Panel.Answered.ToList();
        Assert.Equal(["api/1", "database/1", "etl/1", "service/1"], order.Order(StringComparer.Ordinal));
        Assert.Equal(["service/1", "api/1"], order[2..]);
        Assert.Equal(4, result.Confidence.Count);
        Assert.Equal(1, result.Version);
    }

    [Fact]
    public async Task ServiceIsGivenOpinionsOfDatabaseAndEtl()
    {
        await using var host = new StoryHost(asked => ScriptedOpinions.Sure(asked));
        await host.Start();

        await host.Result();

        var service = host.Panel.Asked.Single(a => a.Definition.Name == "service");
        Assert.Equal(["database", "etl"], service.BuildsOn.Select(o => o.Specialist).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SomebodyUnsureWithNothingNewToFind_IsNotAskedAgain()
    {
        await using var host = new StoryHost(asked => ScriptedOpinions.Sure(asked, asked.Definition.Name == "service" ? 5 : 9));
        await host.Start();

        var result = await host.Result();

        Assert.DoesNotContain(host.Panel.Asked, a => a.Round > 1 && a.Findings.Count == 0);
        Assert.Equal(Verdicts.NeedsAttention, result.Verdict);
    }

    [Fact]
    public async Task SomebodyUnsureWithAGapThatTheCodeAnswers_IsAskedAgainWithItsDependents()
    {
        await using var host = new StoryHost(UnsureUntilResearched);
        await host.Start();

        var result = await host.Result();

        Assert.Equal(["api", "service"], host.Panel.Asked.Where(a => a.Round == 2).Select(a => a.Definition.Name).Order(StringComparer.Ordinal));
        Assert.Equal(9, result.Confidence["service"]);
    }

    private static Opinion UnsureUntilResearched(Consultation asked) =>
        asked.Definition.Name == "service" && asked.Research.Count == 0
            ? ScriptedOpinions.Sure(asked, 5) with { Gaps = [new Gap("OrderService", "Where OrderService stands.")] }
            : ScriptedOpinions.Sure(asked);
}
