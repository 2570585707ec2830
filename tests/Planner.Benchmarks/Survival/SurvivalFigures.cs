using Planner.EndToEnd.Tests.Survival.Killing;

namespace Planner.Benchmarks.Survival;

/// <summary>Real <c>planner plan</c> processes under SIGKILL at moments that are spread evenly over the run.</summary>
internal static class SurvivalFigures
{
    /// <summary>Returns the exit code: 0 where every plan survived and every kill came before the end.</summary>
    public static async Task<int> Print(SurvivalOptions options)
    {
        using var scratch = new Scratch();
        var outcomes = new List<KillOutcome>();
        await foreach (var outcome in new KillSeries(scratch, CancellationToken.None).Run(KillMoments.Spread(options.Kills, options.Seed)))
        {
            outcomes.Add(outcome);
            await Console.Error.WriteLineAsync($"{outcomes.Count}/{options.Kills} {outcome}");
        }

        Figure.Print("survival.kills", outcomes.Count, "kills");
        Figure.Print("survival.before_end", outcomes.Count(o => !o.TooLate), "kills");
        Figure.Print("survival.survived", outcomes.Count(o => o.Survived), "kills");
        Figure.Print(
            "survival.places",
            outcomes.Where(o => !o.TooLate).Select(o => o.Events).Distinct().Count(),
            $"places of {outcomes.Max(o => o.AllEvents)}");
        return outcomes.All(o => o is { Survived: true, TooLate: false }) ? 0 : 1;
    }
}
