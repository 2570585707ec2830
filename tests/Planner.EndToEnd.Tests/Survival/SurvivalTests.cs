using Planner.EndToEnd.Tests.Survival.Killing;
using Planner.Testing.Categories;
using Xunit;

namespace Planner.EndToEnd.Tests.Survival;

/// <summary>Real <c>planner plan</c> processes under SIGKILL; the benchmarks do the same at more moments.</summary>
[LongRunning]
public sealed class SurvivalTests
{
    private const int Kills = 15;
    private const int Seed = 20260102;

    [Fact]
    public async Task KilledAtSeededMomentsAndStartedAgain_LosesNothingAndDoesNothingTwice()
    {
        using var scratch = new Scratch();
        var outcomes = new List<KillOutcome>();

        await foreach (var outcome in new KillSeries(scratch, TestContext.Current.CancellationToken).Run(KillMoments.Spread(Kills, Seed)))
        {
            TestContext.Current.TestOutputHelper?.WriteLine(outcome.ToString());
            outcomes.Add(outcome);
        }

        Assert.DoesNotContain(outcomes, o => !o.Survived);
        Assert.Contains(outcomes, o => !o.TooLate);
    }
}
