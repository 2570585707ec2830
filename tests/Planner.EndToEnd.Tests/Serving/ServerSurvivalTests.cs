using Planner.EndToEnd.Tests.Cli;
using Planner.EndToEnd.Tests.Serving.Killing;
using Planner.EndToEnd.Tests.Survival.Killing;
using Planner.Testing.Categories;
using Planner.Testing.Jira;
using Xunit;

namespace Planner.EndToEnd.Tests.Serving;

/// <summary>The real server under SIGKILL between a transition and its plan; the benchmarks do the same at more moments.</summary>
[LongRunning]
public sealed class ServerSurvivalTests
{
    private const int Kills = 6;
    private const int Seed = 20260103;

    [Fact]
    public async Task KilledAtSeededMoments_LeavesOneRunOnePlanCommentAndNoReplyLost()
    {
        using var scratch = new ScratchFolder();
        await using var jira = await InProcessJira.Start(isCloud: true, TimeProvider.System);
        await using var server = await RestartedServer.Start(scratch.Root, jira);
        var kills = new List<ServerKill>();

        await foreach (var kill in new ServerKillSeries(jira, server, TestContext.Current.CancellationToken).Run(KillMoments.Spread(Kills, Seed)))
        {
            kills.Add(kill);
        }

        Assert.All(kills, kill => Assert.Empty(kill.Faults));
        Assert.Contains(kills, kill => !kill.TooLate);
    }
}
